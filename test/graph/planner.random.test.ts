import 'reflect-metadata';
import { type DocumentNode, parse, print } from 'graphql';
import { execute } from '../../src/graph/planner/execute';
import { Reader } from '../../src/store/Reader';
import { TODAY, ask, schema, withCode } from '../support/ask';
import { useDatabase } from '../support/database';
import { VOCABULARY, fillMarket } from '../support/market';
import { Oracle } from '../support/oracle';
import { Random } from '../support/Random';
import { randomQuestion } from '../support/randomQuestion';
import { Seen } from '../support/Seen';
import { shrink } from '../support/shrink';
import { told } from '../support/told';

const FIRST_SEED = Number(process.env.RANDOM_SEED ?? 1);
const SEEDS = [0, 1, 2, 3].map((n) => FIRST_SEED + n);
/** Of each seed. */
const OPERATIONS = Number(process.env.RANDOM_OPERATIONS ?? 200) / SEEDS.length;
const AT_ONCE = 10;

let oracle: Oracle;

afterAll(() => oracle.close());

const database = useDatabase();

beforeAll(async () => {
  const { db, url } = database();
  await fillMarket(db);
  oracle = new Oracle(db, url, TODAY);
});

describe('the planner', () => {
  it.each(SEEDS)(
    `answers ${OPERATIONS} random operations of seed %i with one statement each, as graphql-js does field by field`,
    async (seed) => {
      const random = new Random(seed);
      const seen = new Seen();
      for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
        const world = { schema, vocabulary: VOCABULARY, seen, today: TODAY };
        const questions = Array.from({ length: AT_ONCE }, () => randomQuestion(random, world));
        const answers = await Promise.all(
          questions.map(async ({ source, variables }, i) => {
            const document = parse(source);
            const compared = await compare(document, variables);
            if (compared.difference !== undefined) await report(seed, done + i, document, variables);
            return compared;
          }),
        );
        for (const { ids, cursors } of answers) seen.note(ids, cursors);
      }
    },
    300_000,
  );

  it('answers with the same bytes when it is asked again, its statements prepared', async () => {
    const random = new Random(9);
    const reader = new Reader(database().db);
    const contextValue = { reader, today: TODAY, maxCost: Infinity, publish: withCode };
    for (let done = 0; done < 100; done += 1) {
      const { source, variables } = randomQuestion(random, { schema, vocabulary: VOCABULARY, seen: new Seen(), today: TODAY });
      const again = async (): Promise<string> =>
        JSON.stringify(await execute({ schema, document: parse(source), variableValues: variables, contextValue }));
      const first = await again();
      expect({ source, answers: [await again(), await again()] }).toEqual({ source, answers: [first, first] });
    }
  });
});

/** What signals are evaluated from is read before the one statement that answers. */
const isAnswering = (text: string): boolean => /^(json_build_object|\(left)\(/.test(text);

/** Asks both; `difference` holds both answers where they are not the same. */
async function compare(document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
  const [{ result, statements }, plain] = await Promise.all([
    ask(database().db, document, variables, { maxCost: Infinity }),
    oracle.answer(document, variables),
  ]);
  const isRefused = result.data === undefined;
  const planned = told(result);
  const expected = told({ ...(isRefused ? {} : { data: plain.data }), errors: (plain.errors ?? []).map(withCode) });
  const due = isRefused || Object.keys(plain.data ?? {}).length === 0 ? 0 : 1;
  const found = statements.filter(isAnswering).length;
  const isSame = planned === expected && found === due;
  return { ...plain, difference: isSame ? undefined : { planned, expected, statements: found, due } };
}

async function report(seed: number, number: number, document: DocumentNode, variables: Readonly<Record<string, unknown>>): Promise<never> {
  const smallest = await shrink(schema, document, async (smaller) => (await compare(smaller, variables)).difference !== undefined);
  const { difference } = await compare(smallest, variables);
  throw new Error(
    [`Operation ${number} of seed ${seed}:`, print(smallest), JSON.stringify(variables), 'planned:', difference?.planned, 'expected:', difference?.expected]
      .concat(`statements: ${difference?.statements}, expected: ${difference?.due}`)
      .join('\n'),
  );
}
