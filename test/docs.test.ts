import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataOf } from './support/ask';
import { useDatabase } from './support/database';

const database = useDatabase();

const docs = join(__dirname, '../docs');
const questions = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => [...readFileSync(join(docs, name), 'utf8').matchAll(/```graphql\n((?!type )[\s\S]*?)```/g)].map(([, question = '']) => ({ name, question })));

describe('a question in the documentation', () => {
  it.each(questions)('is answered: docs/$name', async ({ question }) => {
    expect(Object.keys(await dataOf(database().db, question))).not.toEqual([]);
  });
});
