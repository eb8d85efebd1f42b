import { InvalidInput } from '../../domain/errors';
import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { keepSignals } from '../keepSignals';
import { CLEAR_LINE } from '../clearLine';

export default defineCommand({
  key: 'signals',
  summary: 'Store what signals read on every session until today, and again what loads have touched; from then on loads keep it up to date.',
  usage: ['[--json]'],
  options: { json: { type: 'boolean', default: false } },
  run({ isInteractive, now, print, tell, withDatabase }, { json }, positionals) {
    if (positionals.length > 0) throw new InvalidInput(`signals takes options alone, found '${positionals.join(' ')}'.`);
    return withDatabase({ statementTimeoutMs: 0 }, async (database) => {
      const show = (knowledge: string, day: string): void => (isInteractive ? tell(`${CLEAR_LINE}signals until ${day} (${knowledge})`) : undefined);
      const done = await keepSignals(database, { now }, show);
      if (isInteractive) tell(CLEAR_LINE);
      for (const one of done) print(json ? JSON.stringify(one) : `${one.key}, ${one.knowledge}: ${one.sessions} sessions looked at, ${one.added} stored`);
      if (done.length === 0 && !json) print('signals   all up to date');
      return exitCodes.ok.code;
    });
  },
});
