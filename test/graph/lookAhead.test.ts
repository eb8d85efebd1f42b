import { type DocumentNode, parse, print } from 'graphql';
import type { DataSource } from 'typeorm';
import { Knowledge } from '../../src/domain/knowledge';
import { readNodeId } from '../../src/graph/nodes/nodeId';
import { TODAY, ask, schema } from '../support/ask';
import { MINE, MINE_KNOWN_ON, VOCABULARY, fillMarket } from '../support/market';
import { Random } from '../support/Random';
import { type Question, randomQuestion } from '../support/randomQuestion';
import { Seen } from '../support/Seen';
import { shrink } from '../support/shrink';
import { told } from '../support/told';
import { type Stand, useTrimmedDatabases } from '../support/trimmedDatabases';

const DRAWS = Number(process.env.LOOK_AHEAD_DRAWS ?? 100);
const STANDS: readonly Stand[] = (VOCABULARY.asOf as readonly string[]).flatMap((asOf) => [
  { asOf, knowledge: Knowledge.ANY },
  { asOf, knowledge: Knowledge.PROVEN },
]);

const { databases, whole } = useTrimmedDatabases(fillMarket);

describe('an answer as of a day', () => {
  it.each(STANDS)(
    `is the same from a database that never received a fact known after $asOf under $knowledge (${DRAWS} draws in all)`,
    async (stand) => {
      const trimmed = await databases.trimmed(stand);
      const random = new Random(STANDS.indexOf(stand) + 1);
      const seen = new Seen();
      for (let drawn = 0; drawn < DRAWS / STANDS.length; drawn += 1) {
        const question = randomQuestion(random, { schema, vocabulary: vocabularyOn(stand.asOf), seen, today: TODAY, stand });
        const document = parse(question.source);
        const [expected, found] = await both(trimmed, document, question.variables);
        if (expected !== found) await report(trimmed, stand, document, question);
        seen.note(idsIn(found), []);
      }
      await databases.drop(trimmed);
    },
    300_000,
  );
});

/** What signals tell of a basket before anybody could know who belongs to it is hindsight, and they say so: that is known later by its name. */
const vocabularyOn = (asOf: string): typeof VOCABULARY =>
  asOf >= MINE_KNOWN_ON ? VOCABULARY : Object.fromEntries(Object.entries(VOCABULARY).map(([name, words]) => [name, name.endsWith('.basket') ? words.filter((word) => word !== MINE) : words]));

/** What the trimmed and the whole database answer. */
async function both(trimmed: DataSource, document: DocumentNode, variables: Question['variables']): Promise<readonly [string, string]> {
  const answers = await Promise.all([trimmed, whole()].map((db) => ask(db, document, variables, { maxCost: Infinity })));
  const [expected, found] = answers.map(({ result }) => told(result));
  return [expected ?? '', found ?? ''];
}

/** The ids that an answer gave, whatever they were called there. */
const idsIn = (answer: string): readonly string[] => [...answer.matchAll(/"([\w-]{20,})"/g)].flatMap(([, id = '']) => (readNodeId(id) === null ? [] : [id]));

async function report(trimmed: DataSource, stand: Stand, document: DocumentNode, { variables }: Question): Promise<never> {
  const smallest = await shrink(schema, document, async (smaller) => {
    const [expected, found] = await both(trimmed, smaller, variables);
    return expected !== found;
  });
  const [expected, found] = await both(trimmed, smallest, variables);
  const lines = [`As of ${stand.asOf} under ${stand.knowledge}:`, print(smallest), JSON.stringify(variables)];
  throw new Error([...lines, 'without what was known later:', expected, 'with it:', found].join('\n'));
}
