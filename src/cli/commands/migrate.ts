import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';

export default defineCommand({
  key: 'migrate',
  summary: 'Bring the database up to this version; every other command that uses it does so too.',
  usage: [''],
  options: {},
  run: ({ print, withDatabase }) =>
    withDatabase({ statementTimeoutMs: 0 }, ({ description, migrated }) => {
      print(`${description}: ${migrated.length === 0 ? 'up to date' : `ran ${migrated.join(', ')}`}`);
      return Promise.resolve(exitCodes.ok.code);
    }),
});
