import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { subgraphSdl } from '../../graph/federation/subgraphSdl';
import { createSchema } from '../../graph/schema';
import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';

export default defineCommand({
  key: 'schema',
  summary: 'Write the GraphQL schema to a file.',
  usage: ['[--out schema.graphql]', '--subgraph [--out schema.graphql]'],
  options: { out: { type: 'string', default: 'schema.graphql' }, subgraph: { type: 'boolean', default: false } },
  run({ print }, { out, subgraph }) {
    const schema = createSchema();
    writeFileSync(out, subgraph ? subgraphSdl(schema) : `${printSchema(lexicographicSortSchema(schema))}\n`);
    print(`wrote ${out}`);
    return Promise.resolve(exitCodes.ok.code);
  },
});
