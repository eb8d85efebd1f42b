import fc from 'fast-check';
import { isoDate } from '../../../src/domain/isoDate';
import { nextSession } from '../../../src/domain/nyseCalendar';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { issuer, load, own, worth } from './invented';

const database = useDatabase();

/** Two weeks with a weekend and a Monday without a session. */
const DAYS = [...['15', '16', '17', '18', '21', '22', '23', '24', '25', '28'].map((day) => `2025-02-${day}`), '2025-03-03'];
const KNOWLEDGE = ['ANY', 'PROVEN'] as const;

interface Snapshot {
  readonly value: number;
  readonly source: typeof issuer;
  readonly observedOn: string;
  readonly knownOn: string;
  readonly provenOn: string;
  /** How it was loaded. */
  readonly circumstances: { readonly on: string; readonly knownOn?: string };
}

/** A snapshot with its three days as the rules of `knownOn` make them; `dated` is what the caller says. */
const snapshot = fc
  .record({ source: fc.constantFrom(issuer, own), days: fc.tuple(day(), day(), day()), isDated: fc.boolean() })
  .map(({ source, days, isDated }) => {
    const [observedOn = '', said = '', on = ''] = [...days].sort();
    const assumed = nextSession(isoDate(observedOn));
    const isAssumed = !isDated && source === issuer && assumed < on;
    const knownOn = isDated ? said : isAssumed ? assumed : on;
    return { source, observedOn, knownOn, provenOn: isDated ? said : on, circumstances: { on, ...(isDated ? { knownOn: said } : {}) } };
  });

/** Two or three, of which no two are of one source and day: what a correction counts as is another test's. */
const snapshots = fc
  .uniqueArray(snapshot, { minLength: 2, maxLength: 3, selector: ({ source, observedOn }) => `${source.key} ${observedOn}` })
  .map((drawn) => drawn.map((one, i): Snapshot => ({ ...one, value: i + 1 })));

/** The rule, restated: of what was known, the newest day; of one day's, the preferred source. */
function expected(all: readonly Snapshot[], asOf: string, knowledge: (typeof KNOWLEDGE)[number]): number | null {
  const known = all.filter(({ knownOn, provenOn }) => (knowledge === 'ANY' ? knownOn : provenOn) <= asOf);
  const newest = known.map(({ observedOn }) => observedOn).sort().at(-1);
  const [best] = known.filter(({ observedOn }) => observedOn === newest).sort((a, b) => a.source.precedence - b.source.precedence);
  return best?.value ?? null;
}

describe('the snapshot of a fund', () => {
  it('is on each day and for either knowledge the newest that was known, however the days of its reports fall', async () => {
    const { db } = database();
    let made = 0;
    await fc.assert(
      fc.asyncProperty(snapshots, async (all) => {
        made += 1;
        const fund = `FUND${made}`;
        for (const { value, source, observedOn, circumstances } of all) {
          const report = await load(db, [worth(`${value}`, { fund, observedOn: isoDate(observedOn) })], { source, ...circumstances });
          expect(report.outcome).toBe('ADDED');
        }
        for (const asOf of DAYS) {
          for (const knowledge of KNOWLEDGE) {
            const value = await valueAt(fund, { asOf, knowledge });
            expect({ asOf, knowledge, value }).toEqual({ asOf, knowledge, value: expected(all, asOf, knowledge) });
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

const QUESTION = `query ($fund: String!, $asOf: Date!, $knowledge: Knowledge!) {
  etf(symbol: $fund, asOf: $asOf, knowledge: $knowledge) { snapshot { totalMarketValue } }
}`;

async function valueAt(fund: string, standing: { readonly asOf: string; readonly knowledge: string }): Promise<number | null> {
  const { data } = (await ask(database().db, QUESTION, { fund, ...standing })).result;
  const { etf } = data as { readonly etf: { readonly snapshot: { readonly totalMarketValue: number } | null } };
  return etf.snapshot?.totalMarketValue ?? null;
}

function day(): fc.Arbitrary<string> {
  return fc.constantFrom(...DAYS);
}
