import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperationTypeNode, getOperationAST, parse, validate } from 'graphql';
import { dataOf, schema } from './support/ask';
import { useDatabase } from './support/database';

const database = useDatabase();

const docs = join(__dirname, '../docs');
/** What begins with a type is schema, not a question. */
const written = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => [...readFileSync(join(docs, name), 'utf8').matchAll(/```graphql\n((?!type )[\s\S]*?)```/g)].map(([, question = '']) => ({ name, question })));

const isSubscription = (question: string): boolean => getOperationAST(parse(question))?.operation === OperationTypeNode.SUBSCRIPTION;

describe('a question in the documentation', () => {
  it.each(written.filter(({ question }) => !isSubscription(question)))('is answered: docs/$name', async ({ question }) => {
    expect(Object.keys(await dataOf(database().db, question))).not.toEqual([]);
  });

  it.each(written.filter(({ question }) => isSubscription(question)))('can be subscribed to: docs/$name', ({ question }) => {
    expect(validate(schema, parse(question))).toEqual([]);
  });
});
