import { endAll, prepareCatalyst, serve } from '../server/catalystProcess';
import { useDatabase } from '../support/database';
import { type Line, aSnapshot } from '../support/rows';

/** Two days on which a fund's holdings can be read, the second after one was renamed and all were reweighted. */
export const [EARLIER, LATER] = ['2024-06-30', '2024-10-01'] as const;

const lines = (names: readonly string[], weights: readonly string[]): readonly Line[] =>
  names.map((name, i) => ({ security: `EQUITY S${i}`, symbol: `S${i}`, name, weight: weights[i] ?? '0' }));

/** `catalyst serve`, built and a process of its own, from the first test to the last. Its fund IWM holds five securities on two days. @returns The graph's address. */
export function useBuiltServer(): () => string {
  const database = useDatabase();
  let address: string;

  beforeAll(async () => {
    const { db, url } = database();
    await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', lines: lines(['Alder', 'Birch', 'Cedar', 'Elm', 'Fir'], ['0.3', '0.25', '0.2', '0.15', '0.1']) });
    await aSnapshot(db, { fund: 'IWM', observedOn: '2024-09-30', lines: lines(['Alder', 'Beech', 'Cedar', 'Elm', 'Fir'], ['0.25', '0.35', '0.2', '0.15', '0.05']) });
    prepareCatalyst();
    address = `${await serve({ DATABASE_URL: url }).address()}/graphql`;
  });
  afterAll(endAll);

  return () => address;
}

/** `fetch` that counts what was asked through it, by method. */
export function countingFetch() {
  const methods: string[] = [];
  const counted: typeof fetch = (input, init) => {
    methods.push(init?.method ?? 'GET');
    return fetch(input, init);
  };
  return { fetch: counted, methods };
}
