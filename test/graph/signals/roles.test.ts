import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { touching } from '../../../src/evaluation/factsOnDays';
import { bringUpToDate } from '../../../src/evaluation/bringUpToDate';
import { versionsOf } from '../../../src/evaluation/versionsOf';
import { exportKinds } from '../../../src/exports/exportKinds';
import { readParameters } from '../../../src/exports/parameters';
import { signals } from '../../../src/signals/signals';
import { HistoryWriter } from '../../../src/store/history/HistoryWriter';
import { Reader } from '../../../src/store/Reader';
import { CLOSES, HOLDINGS, LAST, SEVEN, SMALL, closesOf, csv, loadMarket } from '../../evaluation/whole/market';
import { plants } from '../../evaluation/whole/plants';
import { loadBaskets } from '../../store/load/basketFile';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { Random } from '../../support/Random';

const database = useDatabase();

const KEYS = ['mag7-concentration', 'mag7-earnings-surprise', 'mag7-growth-gap', 'mag7-relative-strength', 'mag7-valuation', 'mag7-unwind', 'rotation', 'confirmation', 'small-cap-earnings-acceleration', 'small-cap-leadership', 'rate-sensitivity'];
const DAYS = ['2023-05-31', '2024-06-14', '2024-07-12', '2024-07-26'];

/** The whole market; its seven under another name, known as early; two small companies that are worth more than some of them; and two more funds. */
beforeAll(async () => {
  const { db } = database();
  await loadMarket(db);
  await loadBaskets(db, [...SEVEN.map((symbol) => `same,${symbol},,,2023-04-11,,Same seven`), 'same,GOOG,,,2023-04-11,GOOGL,']);
  await csv(db, 'csv-prices', [CLOSES, ...[...SMALL.slice(0, 2), 'VTWO', 'QQQ'].flatMap((symbol, i) => closesOf(symbol, new Random(70 + i), isoDate('2018-06-22'), null))]);
  await csv(db, 'csv-holdings', [HOLDINGS, ...[['ZZ1', 0.7], ['ZZ3', 0.3]].map(([symbol, weight]) => `VTWO,2024-05-31,2024-06-03,${symbol},INVENTED ${symbol} INC,${weight}`)]);
}, 120_000);

interface Told {
  readonly key: string;
  readonly value: number | null;
  readonly score: number | null;
  readonly sentence: string;
  readonly isHindsight: boolean;
  readonly knowableFrom: string | null;
  readonly definition: { readonly title: string };
  readonly evidence: readonly { readonly label: string; readonly node: { readonly id: string } | null }[];
}

const ALL = 'key version value score state isPartial isHindsight knownOnBasis knowableFrom missing { reason } contributions { kind key weight value score contribution } leaves { signal term contribution }';
const WORDS = 'sentence definition { title text formula references anchors { term value score reason } inputs { name } } evidence { label value node { __typename id } }';

const said = async <Row = Told>(roles: string, asOf: string, fields = `${ALL} ${WORDS}`, keys: readonly string[] = KEYS): Promise<readonly Row[]> =>
  (await dataOf<{ signals: readonly Row[] }>(database().db, `query ($keys: [String!]) { signals(keys: $keys, asOf: "${asOf}"${roles === '' ? '' : `, ${roles}`}) { ${fields} } }`, { keys })).signals;

describe('a signal of the basket and the funds that are asked for', () => {
  it('is to the bit what it is where none are named, of mag7 and IWM against SPY', async () => {
    const named = 'basket: "mag7", small: "IWM", large: "SPY"';
    expect(await said(named, '2024-07-12')).toEqual(await said('', '2024-07-12'));
  });

  it.each(DAYS)('of the same seven under another name has the same numbers and another name on %s', async (day) => {
    const [own, usual] = [await said('basket: "same"', day, ALL), await said('', day, ALL)];
    expect(own).toEqual(usual);
    const words = await said('basket: "same"', day);
    const ofSeven = words.filter(({ key }) => key.startsWith('mag7') || key === 'rotation');
    for (const { sentence, definition } of ofSeven) expect(sentence + definition.title).not.toMatch(/Magnificent/);
    expect(ofSeven.filter(({ sentence }) => sentence.includes('members of Same seven')).length).toBeGreaterThan(5);
  });

  it('of a basket that was known later is hindsight before, and told of its own members', async () => {
    const ofMine = async (day: string) => (await said('basket: "mine"', day, `${ALL} ${WORDS}`, ['mag7-valuation']))[0];
    const mine = await ofMine('2024-07-12');
    expect(mine).toMatchObject({ isHindsight: false, knowableFrom: '2020-01-02', definition: { title: 'The valuation of the members of Mine' } });
    expect(new Set(mine?.evidence.map(({ label }) => /^(?:.* of )?([A-Z]+) /.exec(label)?.[1]))).toEqual(new Set(['AAPL', 'NVDA']));
    await loadBaskets(database().db, ['late,AAPL,,,2024-07-01,,Late', 'late,NVDA,,,2024-07-01,,']);
    const late = async (day: string) => (await said('basket: "late"', day, ALL, ['mag7-unwind']))[0];
    expect([(await late('2024-06-28'))?.isHindsight, (await late('2024-07-01'))?.isHindsight]).toEqual([true, false]);
    const { value, score } = (await said('basket: "late"', '2024-07-12', ALL, ['mag7-valuation']))[0] ?? {};
    expect({ value, score }).toEqual({ value: mine?.value, score: mine?.score });
  });

  it.each(DAYS)('of top7 is told of the seven largest at the end of %s, which the basket names, and is no hindsight', async (day) => {
    const { basket } = await dataOf<{ basket: { members: readonly { symbol: string }[] } }>(database().db, `{ basket(key: "top7", asOf: "${day}") { members { symbol } } }`);
    const members = basket.members.map(({ symbol }) => symbol);
    expect(members).toHaveLength(7);
    expect(members.some((symbol) => symbol.startsWith('ZZ'))).toBe(true);
    const [strength] = await said('basket: "top7"', day, `${ALL} ${WORDS}`, ['mag7-relative-strength']);
    const closes = strength?.evidence.flatMap(({ label }) => /^(\w+) at the close/.exec(label)?.[1] ?? []).filter((symbol) => symbol !== 'IWM');
    expect([...new Set(closes)].sort()).toEqual([...members].sort());
    expect(strength).toMatchObject({ isHindsight: false, knowableFrom: null, sentence: expect.stringMatching(/^The seven largest companies by market value \(weighted by market value\) returned/) as string });
  });

  it('of VTWO is told of its closes and of the companies that it holds', async () => {
    const ofVtwo = new Map((await said('small: "VTWO", large: "QQQ"', '2024-07-12')).map((one) => [one.key, one]));
    const usual = new Map((await said('', '2024-07-12')).map((one) => [one.key, one]));
    const { rotation } = await dataOf<{ rotation: { lead: number; sentence: string } }>(database().db, '{ rotation(small: "VTWO", large: "QQQ", asOf: "2024-07-12") { lead sentence } }');
    expect(rotation.lead).toBe(ofVtwo.get('small-cap-leadership')?.value);
    expect(rotation.sentence).toMatch(/VTWO returned .* pp against QQQ/);
    const differing = KEYS.filter((key) => ofVtwo.get(key)?.value !== usual.get(key)?.value);
    expect(differing.sort()).toEqual(['mag7-growth-gap', 'mag7-relative-strength', 'mag7-unwind', 'rate-sensitivity', 'rotation', 'small-cap-earnings-acceleration', 'small-cap-leadership']);
    const labels = [...ofVtwo.values()].flatMap(({ evidence }) => evidence.map(({ label }) => label));
    expect(labels.filter((label) => /\bIWM\b|^SPY at the close/.test(label))).toEqual([]);
    expect(labels).toContain('holdings of VTWO on 2024-05-31');
  });

  it('leads from its evidence to facts whose ids lead back to them', async () => {
    for (const { evidence } of await said('basket: "top7", small: "VTWO", large: "QQQ"', '2024-07-12')) {
      const ids = evidence.map(({ node }) => node?.id ?? '');
      expect(ids).not.toContain('');
      const { nodes } = await dataOf<{ nodes: readonly unknown[] }>(database().db, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: [...new Set(ids)].slice(0, 20) });
      expect(nodes).toEqual([...new Set(ids)].slice(0, 20).map((id) => expect.objectContaining({ id }) as unknown));
    }
  });
});

interface Outcome {
  readonly value: number;
  readonly score: number;
}

interface Event {
  readonly kind: string;
  readonly title: string;
  readonly surprises: readonly { readonly code: string; readonly observedOn: string; readonly expected: Outcome; readonly high: Outcome }[];
}

/** The rows of the export of signals. */
async function exported(question: Readonly<Record<string, string>>, asOf: string): Promise<readonly (readonly (string | null)[])[]> {
  const kind = exportKinds.get('signals');
  if (kind === undefined) throw new Error('Signals are not exported.');
  const asked = readParameters(kind.parameters, new URLSearchParams(question));
  const rows: (readonly (string | null)[])[] = [];
  await new Reader(database().db).streaming(new AbortController().signal, async (reads) => {
    for await (const batch of kind.rows(asked, { asOf: isoDate(asOf), knowledge: Knowledge.ANY }, reads)) rows.push(...batch);
  });
  return rows;
}

const OTHERS = ['basket: "mine"', 'basket: "top7", small: "VTWO"', 'basket: "same", small: "VTWO", large: "QQQ"'];

describe.each(OTHERS)('each way to ask for signals of %s', (roles) => {
  const [day, before] = ['2024-07-12', '2024-06-14'];

  it('has the reports of its own members to come, and tells what a surprise would do to its own score as whatIf does', async () => {
    const basket = /basket: ("\w+")/.exec(roles)?.[1] ?? '';
    const outcome = '{ value score }';
    const asked = `{
      catalystCalendar(signal: "rotation", asOf: "${day}", ${roles}) { kind title surprises { code observedOn expected ${outcome} high ${outcome} } }
      basket(key: ${basket}, asOf: "${day}") { members { symbol } }
    }`;
    const { catalystCalendar: events, basket: own } = await dataOf<{ catalystCalendar: readonly Event[]; basket: { members: readonly { symbol: string }[] } }>(database().db, asked);
    const reports = events.flatMap(({ kind, title }) => (kind === 'EARNINGS' ? (/^Report of (\S+)/.exec(title)?.[1] ?? []) : []));
    expect([...reports].sort()).toEqual(own.members.map(({ symbol }) => symbol).sort());
    const surprises = events.flatMap((event) => event.surprises);
    expect(surprises.length).toBeGreaterThan(0);
    for (const { code, observedOn, ...outcomes } of surprises) {
      for (const { value, score } of [outcomes.expected, outcomes.high]) {
        const supposed = `{ signal(key: "rotation", asOf: "${day}", ${roles}) { whatIf(observations: [{ code: "${code}", observedOn: "${observedOn}", value: ${value} }]) { score } } }`;
        expect(await dataOf(database().db, supposed)).toEqual({ signal: { whatIf: { score } } });
      }
    }
  });

  it('exports what their histories tell', async () => {
    const asked = `query ($keys: [String!]!) { signals(keys: $keys, asOf: "${day}", ${roles}) { history(from: "${before}", every: DAY) { dates values states } } }`;
    const { signals: all } = await dataOf<{ signals: readonly { history: Record<'dates' | 'values' | 'states', readonly unknown[]> }[] }>(database().db, asked, { keys: KEYS });
    const told = KEYS.flatMap((key, i) => all[i]?.history.dates.map((on, n) => [on, key, all[i]?.history.values[n], all[i]?.history.states[n]]) ?? []);
    const rows = await exported({ keys: KEYS.join(), from: before, every: 'DAY', ...Object.fromEntries([...roles.matchAll(/(\w+): "(\w+)"/g)].map(([, role = '', name = '']) => [role, name])) }, day);
    expect(rows.map(([key, , on, value, , state]) => [on, key, value === null ? null : Number(value), state])).toEqual(told.sort((a, b) => String(a[0]).localeCompare(String(b[0])) || KEYS.indexOf(String(a[1])) - KEYS.indexOf(String(b[1]))));
    expect(rows.filter(([, , , value]) => value !== null).length).toBeGreaterThan(150);
  });

  it('tells the same', async () => {
    const asked = `query ($keys: [String!]!) {
      signal(key: "rotation", asOf: "${day}", ${roles}) { value whatIf { actualScore score sentence } }
      signals(keys: $keys, asOf: "${day}", ${roles}) { value history(from: "${before}", every: DAY) { dates values publishedValues } }
      rotation(asOf: "${day}", ${roles}) { whole { value } unwinding { value } confirmation { value } sentence }
      panel(keys: $keys, asOfs: ["${day}", "${before}"], ${roles}) { values }
    }`;
    const { signal, signals: all, rotation, panel } = await dataOf<{
      signal: { value: number; whatIf: { actualScore: number; score: number } };
      signals: readonly { value: number | null; history: { dates: readonly string[]; values: readonly (number | null)[]; publishedValues: readonly unknown[] } }[];
      rotation: Readonly<Record<'whole' | 'unwinding' | 'confirmation', { value: number }>>;
      panel: readonly { values: readonly (number | null)[] }[];
    }>(database().db, asked, { keys: KEYS });
    const value = (key: string) => all[KEYS.indexOf(key)]?.value;
    expect([signal.value, signal.whatIf.actualScore, signal.whatIf.score, rotation.whole.value]).toEqual([0, 1, 2, 3].map(() => value('rotation')));
    expect([rotation.unwinding.value, rotation.confirmation.value]).toEqual([value('mag7-unwind'), value('confirmation')]);
    expect(panel.map(({ values }) => values)).toEqual(all.map((one) => [one.value, one.history.values[0]]));
    expect(all.map(({ history }) => [history.dates[0], history.values.at(-1)])).toEqual(all.map((one) => [before, one.value]));
  });

  it('holds its record against its own funds, where no others are named', async () => {
    const record = (args: string) => `eventStudy(horizons: [5]${args}) { events unconditionalMean } informationCoefficient(horizons: [5]${args}, every: WEEK) { sample coefficient } baseRates${args === '' ? '' : `(${args.slice(2)})`} { state sessions }`;
    const [small, large] = [/small: "(\w+)"/.exec(roles)?.[1] ?? 'IWM', /large: "(\w+)"/.exec(roles)?.[1] ?? 'SPY'];
    const from = 'from: "2024-05-01"';
    const { own, named, against } = await dataOf<Record<string, { eventStudy: readonly { unconditionalMean: number }[] }>>(
      database().db,
      `{ own: signal(key: "mag7-unwind", asOf: "${day}", ${roles}) { ${record(`, ${from}`)} }
        named: signal(key: "mag7-unwind", asOf: "${day}", ${roles}) { ${record(`, ${from}, small: "${small}", large: "${large}"`)} }
        against: signal(key: "mag7-unwind", asOf: "${day}", ${roles}) { ${record(`, ${from}, small: "IVV", large: "${large}"`)} } }`,
    );
    expect(own).toEqual(named);
    expect(own?.eventStudy[0]?.unconditionalMean).not.toBe(against?.eventStudy[0]?.unconditionalMean);
  });
});

describe('stored histories', () => {
  const HISTORY = 'history(from: "2024-07-24", to: "2024-07-26", every: DAY) { values publishedValues }';

  it('are neither read nor written for another basket or other funds', async () => {
    const { db } = database();
    const before = await said('basket: "same"', '2024-07-26', HISTORY);
    await HistoryWriter.inTurn(db, async (writer) => {
      const covered = [...signals.values()].map((one) => ({ key: one.key, versions: versionsOf(one), needs: touching(one), firstOn: isoDate('2024-07-22'), lastOn: isoDate('2024-07-22') }));
      for (const knowledge of Object.values(Knowledge)) await writer.cover(covered, knowledge, '0');
      await bringUpToDate(writer, [...signals.values()], { now: new Date(`${LAST}T22:00:00Z`), onlyStale: true });
    });
    await db.query('UPDATE signal_reading SET value = 42');
    const count = async () => (await db.query<readonly { count: string }[]>('SELECT count(*) FROM signal_reading'))[0]?.count;
    const stored = await count();
    expect((await said('', '2024-07-26', HISTORY, ['mag7-unwind']))[0]).toEqual({ history: { values: [42, 42, 42], publishedValues: [42, 42, 42] } });
    expect(await said('basket: "same"', '2024-07-26', HISTORY)).toEqual(before);
    const { panel } = await dataOf<{ panel: readonly { values: readonly unknown[] }[] }>(db, '{ panel(keys: ["mag7-unwind"], asOfs: ["2024-07-26"], small: "VTWO") { values } }');
    expect(panel[0]?.values).not.toEqual([42]);
    expect(await count()).toBe(stored);
    await db.query('TRUNCATE signal_reading, signal_coverage');
  }, 60_000);
});

describe('what becomes known later', () => {
  it('changes nothing of what signals of another basket or other funds said before', async () => {
    const fields = `${ALL} sentence evidence { label value } history(from: "2024-06-12", every: WEEK) { dates values scores }`;
    const asked = () => Promise.all(OTHERS.flatMap((roles) => ['2024-07-10', '2024-07-11'].map((day) => said(roles, day, fields))));
    // On all days at once, so that what becomes known on a later one of them is at hand.
    const panels = async () =>
      (await Promise.all(OTHERS.map((roles) => dataOf<{ panel: readonly { values: readonly unknown[] }[] }>(database().db, `query ($keys: [String!]!) { panel(keys: $keys, asOfs: ["2024-07-09", "2024-07-10", "2024-07-11"], ${roles}) { values } }`, { keys: KEYS })))).map(({ panel }) =>
        panel.map(({ values }) => values.slice(0, 2)),
      );
    const [before, panelsBefore] = [await asked(), await panels()];
    const random = new Random(5);
    for (const name of Object.keys(plants).filter((one) => one !== 'whose a ticker is')) await plants[name]?.(database().db, random, isoDate('2024-07-11'));
    await csv(database().db, 'csv-prices', [CLOSES, ...['ZZ1', 'ZZ2'].map((symbol) => `${symbol},2024-07-09,2024-07-11,0.01,RAW`), 'VTWO,2024-07-09,2024-07-11,1,RAW'], isoDate('2024-07-11'));
    await csv(database().db, 'csv-holdings', [HOLDINGS, 'VTWO,2024-07-08,2024-07-11,ZZ3,INVENTED ZZ3 INC,1'], isoDate('2024-07-11'));
    const after = await asked();
    expect(after.filter((_, i) => i % 2 === 0)).toEqual(before.filter((_, i) => i % 2 === 0));
    expect(await panels()).toEqual(panelsBefore);
    OTHERS.forEach((_, i) => expect(after[2 * i + 1]).not.toEqual(before[2 * i + 1]));
  });
});

describe('a basket or a fund that there is not', () => {
  it.each([
    ['signal(key: "rotation", basket: "mag77") { key }', "There is no basket 'mag77'. Close to it: mag7."],
    ['signals(basket: "top") { key }', "There is no basket 'top'. Close to it: top7."],
    ['rotation(small: "VTWOO") { phase }', "There is no fund 'VTWOO', nor any close of it. Close to it: VTWO."],
    ['panel(keys: ["rotation"], asOfs: ["2024-07-12"], large: "astrology") { key }', "There is no fund 'astrology', nor any close of it."],
    ['signal(key: "small-cap-leadership", small: "SPY") { key }', "'small' and 'large' are both SPY: expected two."],
    ['panel(keys: ["rotation"], asOfs: ["2024-07-12"], small: "QQQ", large: "QQQ") { key }', "'small' and 'large' are both QQQ: expected two."],
  ])('is refused where it is asked for, with what is close to it: %s', async (field, message) => {
    const { result } = await ask(database().db, `{ ${field} }`);
    expect(result.errors).toMatchObject([{ message, path: [field.replace(/\(.*/, '')], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
