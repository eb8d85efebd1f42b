import { OperationTypeNode, getOperationAST, parse, validate } from 'graphql';
import { dataOf, schema } from '../support/ask';
import { useDatabase } from '../support/database';
import { blocksIn } from './blocks';

const database = useDatabase();

/** What begins with a type is schema, not a question. */
const written = blocksIn('graphql').filter(({ text }) => !text.startsWith('type ')).map(({ name, text }) => ({ name, question: text }));

const isSubscription = (question: string): boolean => getOperationAST(parse(question))?.operation === OperationTypeNode.SUBSCRIPTION;

describe('a question in the documentation', () => {
  it.each(written.filter(({ question }) => !isSubscription(question)))('is answered: docs/$name', async ({ question }) => {
    expect(Object.keys(await dataOf(database().db, question))).not.toEqual([]);
  });

  it.each(written.filter(({ question }) => isSubscription(question)))('can be subscribed to: docs/$name', ({ question }) => {
    expect(validate(schema, parse(question))).toEqual([]);
  });
});
