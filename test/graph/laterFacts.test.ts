import { type DocumentNode, parse, print } from 'graphql';
import { sourceByKey } from '../../src/sources/sources';
import { loadFile } from '../../src/store/load/loadFile';
import { TODAY, ask, schema } from '../support/ask';
import { useDatabase } from '../support/database';
import { VOCABULARY, fillMarket } from '../support/market';
import { CIKS, FILED } from '../support/marketCompanies';
import { Random } from '../support/Random';
import { type Question, randomQuestion } from '../support/randomQuestion';
import { Seen } from '../support/Seen';
import { told } from '../support/told';
import { Knowledge } from '../../src/domain/knowledge';
import { filed, yearOf } from '../domain/earnings/companyFile';
import { aVintage, loadSeries } from '../store/load/inventedSeries';
import { loadCompany } from '../store/load/companyFile';
import { noonOf } from '../store/load/invented';

const database = useDatabase();

const DAYS = (VOCABULARY.asOf as readonly string[]).filter((day) => day < '2025-03');
const QUESTIONS = 150;

interface Asked {
  readonly document: DocumentNode;
  readonly variables: Question['variables'];
  readonly answer: string;
}

const asked: Asked[] = [];

const answerOf = async (document: DocumentNode, variables: Question['variables']): Promise<string> =>
  told((await ask(database().db, document, variables, { maxCost: Infinity })).result);

beforeAll(async () => {
  await fillMarket(database().db);
  // What is read from a file takes simulated facts out; here nothing is to go.
  await database().db.query('UPDATE source_document SET is_simulated = FALSE');
  const random = new Random(21);
  for (let n = 0; n < QUESTIONS; n += 1) {
    const stand = { asOf: random.pick(DAYS), knowledge: random.pick([Knowledge.ANY, Knowledge.PROVEN]) };
    const { source, variables } = randomQuestion(random, { schema, vocabulary: VOCABULARY, seen: new Seen(), today: TODAY, stand });
    const document = parse(source);
    asked.push({ document, variables, answer: await answerOf(document, variables) });
  }
});

/** What stood in the answers before must stand in them still. */
async function expectUnchanged(): Promise<void> {
  for (const { document, variables, answer } of asked) {
    const now = await answerOf(document, variables);
    expect({ question: now === answer ? '' : `${print(document)} ${JSON.stringify(variables)}`, answer: now }).toEqual({ question: '', answer });
  }
}

const load = (source: string, text: string) =>
  loadFile(database().db, { source: sourceByKey(source), fileName: 'later.csv', bytes: Buffer.from(text), told: {}, now: noonOf('2026-11-02') });

describe('answers as of past days', () => {
  it('stay as they are when holdings become known later, which name and sort the same securities otherwise', async () => {
    const header = 'fund,observed_on,known_on,ticker,name,sector,market_value';
    const lines = ['FB', 'META', 'B', 'NEW'].map((ticker, i) => `IWM,2024-06-28,2025-03-05,${ticker},LATER ${ticker},Later,${i + 1}00`);
    expect(await load('csv-holdings', [header, ...lines].join('\n'))).toMatchObject({ outcome: 'ADDED' });
    await expectUnchanged();
  });

  it('stay as they are when another worth of past days becomes known later', async () => {
    const text = ['fund,observed_on,known_on,nav,shares_outstanding', ...['2024-06-28', '2024-09-30', '2024-12-31'].map((day) => `IWM,${day},2025-03-05,77.7,123456`)].join('\n');
    expect(await load('csv-fund-history', text)).toMatchObject({ outcome: 'ADDED' });
    await expectUnchanged();
  });

  it('stay as they are when closes are corrected later, a later download is read, and what happened to shares becomes known', async () => {
    const days = ['2024-03-28', '2024-06-28', '2024-09-30', '2024-12-31'];
    const closes = ['IWM', 'IVV', 'PX', '^RUT'].flatMap((symbol) => ['RAW', 'TOTAL_RETURN', 'SPLIT_ADJUSTED'].flatMap((kind) => days.map((day) => `${symbol},${day},2025-03-05,77.7,${kind}`)));
    expect(await load('csv-prices', ['symbol,observed_on,known_on,close,closes', ...closes].join('\n'))).toMatchObject({ outcome: 'ADDED' });
    const actions = ['IWM', 'PX'].flatMap((symbol) => [`${symbol},SPLIT,2024-06-28,2025-03-05,2,`, `${symbol},DIVIDEND,2024-09-30,2025-03-05,,1`]);
    expect(await load('csv-corporate-actions', ['symbol,kind,observed_on,known_on,ratio,amount', ...actions].join('\n'))).toMatchObject({ outcome: 'ADDED' });
    await expectUnchanged();
  });

  it('stay as they are when a vintage becomes known later, which revises every period of a series', async () => {
    const says = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${2022 + Math.floor((n + 5) / 12)}-${String(((n + 5) % 12) + 1).padStart(2, '0')}-01`, `${900 + n}`]));
    for (const series of ['CPIAUCSL', 'FEDFUNDS']) {
      expect(await loadSeries(database().db, [aVintage(series, '2025-03-05', says)])).toMatchObject({ outcome: 'ADDED' });
    }
    await expectUnchanged();
  });

  it('stay as they are when a later filing restates every year and shows a split', async () => {
    const later = filed({
      on: '2025-03-03',
      form: '10-K/A',
      says: { [yearOf(2022)]: { eps: 0.25, income: 10, shares: 40 }, [yearOf(2023)]: { eps: 0.1, income: 4, shares: 40 }, [yearOf(2024)]: { eps: 1.3, income: 52, shares: 40 } },
    });
    expect(await loadCompany(database().db, CIKS[0], [...FILED, ...later])).toMatchObject({ outcome: 'ADDED' });
    await expectUnchanged();
  });
});
