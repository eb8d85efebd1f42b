import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../../graph/schema';
import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';

export default defineCommand({
  key: 'schema',
  summary: 'Write the GraphQL schema to a file.',
  usage: ['[--out schema.graphql]'],
  options: { out: { type: 'string', default: 'schema.graphql' } },
  run({ print }, { out }) {
    writeFileSync(out, `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
    print(`wrote ${out}`);
    return Promise.resolve(exitCodes.ok.code);
  },
});
