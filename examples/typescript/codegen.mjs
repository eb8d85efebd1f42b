/**
 * Writes questions.ts, the types and documents of questions.graphql, by schema.graphql: `node examples/typescript/codegen.mjs`.
 * `graphql-codegen` with the same two plugins writes the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const read = (path) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const target = process.argv[2] ?? new URL('questions.ts', import.meta.url);

const written = await codegen({
  filename: 'questions.ts',
  schema: read('../../schema.graphql'),
  documents: [{ location: 'questions.graphql', document: read('questions.graphql') }],
  config: { scalars: { Date: 'string', DateTime: 'string' }, enumType: 'string-literal', useTypeImports: true, immutableTypes: true, skipTypename: true, documentMode: 'documentNode' },
  plugins: [{ operations: {} }, { typedDocumentNode: {} }],
  pluginMap: { operations, typedDocumentNode },
});
writeFileSync(target, `// Written by codegen.mjs.\n${written}`);
