import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aConstituentList, type ConstituentListRow } from '../../support/rows';
import { allInPages, answersOfTwenty, failuresOf } from './asking';
import { hold, told, type Told } from './invented';

const database = useDatabase();

const members = (...tickers: readonly string[]): ConstituentListRow['members'] =>
  tickers.map((ticker) => ({ security: `EQUITY:${ticker}`, symbol: ticker }));
const shares = (...tickers: readonly string[]): readonly Told[] => tickers.map((ticker) => told(`EQUITY:${ticker}`, 1 / tickers.length, 1, 1));

/** A field of the index that a shipped fund follows; each test has an index of its own. */
async function ofIndex<Answer>(fund: string, field: string, stand = ''): Promise<Answer> {
  const { result, statements } = await ask(database().db, `{ etf(symbol: "${fund}"${stand}) { index { answer: ${field} } } }`);
  expect({ errors: result.errors, statements: statements.length }).toEqual({ errors: undefined, statements: 1 });
  return (result.data as { readonly etf: { readonly index: { readonly answer: Answer } } }).etf.index.answer;
}

const FIELDS = `{ basis observedOn knownOn knownOnBasis provenOn etf { symbol } count source { publisher }
  members(first: 100) { totalCount nodes { symbol } } }`;

interface Membership {
  readonly basis: string;
  readonly observedOn: string;
  readonly etf: { readonly symbol: string } | null;
  readonly count: number;
  readonly members: { readonly totalCount: number; readonly nodes: readonly { readonly symbol: string }[] };
}

const membersIn = (membership: Membership | null): unknown =>
  membership && [membership.basis, membership.observedOn, ...membership.members.nodes.map(({ symbol }) => symbol)];

const CHANGES = '{ from to additions { totalCount nodes { symbol } } deletions { totalCount nodes { symbol } } missing { field reason } }';
const changes = (from: string, to: string): string => `membershipChanges(from: "${from}", to: "${to}") ${CHANGES}`;

const changed = (additions: readonly string[], deletions: readonly string[]) => ({
  additions: { totalCount: additions.length, nodes: additions.map((symbol) => ({ symbol })) },
  deletions: { totalCount: deletions.length, nodes: deletions.map((symbol) => ({ symbol })) },
  missing: [],
});

const NOT_KNOWN = { additions: null, deletions: null, missing: ['additions', 'deletions'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })) };

describe('the members of an index', () => {
  it('are its list, on the newest day known or the day asked for, in the order of their tickers', async () => {
    const { db } = database();
    await aConstituentList(db, { index: 'SML', observedOn: '2025-03-03', members: members('CCC', 'AAA', 'BBB') });
    await aConstituentList(db, { index: 'SML', observedOn: '2025-04-01', members: members('AAA', 'BBB', 'DDD', 'EEE') });
    expect(await ofIndex('IJR', `membership ${FIELDS}`)).toEqual({
      ...{ basis: 'CONSTITUENTS', observedOn: '2025-04-01', knownOn: '2025-04-01', knownOnBasis: 'FIRST_SEEN', provenOn: '2025-04-01', etf: null, count: 4 },
      ...{ source: { publisher: 'Publisher' }, members: { totalCount: 4, nodes: ['AAA', 'BBB', 'DDD', 'EEE'].map((symbol) => ({ symbol })) } },
    });
    expect(membersIn(await ofIndex('IJR', `membership(on: "2025-03-03") ${FIELDS}`))).toEqual(['CONSTITUENTS', '2025-03-03', 'AAA', 'BBB', 'CCC']);
    expect(await ofIndex('IJR', `membership(on: "2025-03-04") ${FIELDS}`)).toBeNull();
  });

  it('are where there is no list the shares with a ticker that the fund holds which stands in', async () => {
    const { db } = database();
    const nameless: Told = { ...told('EQUITY:-:WARRANT', 0.1, 1, 1), matched: false };
    await hold(db, 'IWB', '2025-03-03', [
      ...[told('EQUITY:BBB', 0.5, 1, 1), told('EQUITY:AAA', 0.2, 1, 1), told('EQUITY:AAA', 0.2, 1, 1), nameless],
      ...[told('CASH:USD', 0.05, 1, 1), told('FUTURE:RTYZ4', 0, 1, 1), told('EQUITY:SHORT', -0.05, -1, 1)],
    ]);
    const membership = await ofIndex<Membership>('IWB', `membership ${FIELDS}`);
    expect(membersIn(membership)).toEqual(['FUND_HOLDINGS', '2025-03-03', 'AAA', 'BBB']);
    expect(membership).toMatchObject({ etf: { symbol: 'IWB' }, count: 2, members: { totalCount: 2 } });
  });

  it('of an index with a list of another day are of the day asked for as the fund holds them', async () => {
    const { db } = database();
    await aConstituentList(db, { index: 'RUMIC', observedOn: '2025-03-03', members: members('AAA') });
    await hold(db, 'IWC', '2025-06-02', shares('BBB'));
    expect(membersIn(await ofIndex('IWC', `membership(on: "2025-06-02") ${FIELDS}`))).toEqual(['FUND_HOLDINGS', '2025-06-02', 'BBB']);
    expect(membersIn(await ofIndex('IWC', `membership ${FIELDS}`))).toEqual(['CONSTITUENTS', '2025-03-03', 'AAA']);
  });

  it('are those known on the date, and of a corrected list from the day it was known', async () => {
    const { db } = database();
    await aConstituentList(db, { index: 'RUO', observedOn: '2025-03-03', knownOn: '2025-03-04', members: members('AAA') });
    await aConstituentList(db, { index: 'RUO', observedOn: '2025-03-03', knownOn: '2025-03-10', provenOn: '2025-04-01', members: members('BBB') });
    const at = async (asOf: string, knowledge: string) => membersIn(await ofIndex('IWO', `membership ${FIELDS}`, `, asOf: "${asOf}", knowledge: ${knowledge}`));
    expect(await at('2025-03-03', 'ANY')).toBeNull();
    expect(await at('2025-03-09', 'ANY')).toContain('AAA');
    expect(await at('2025-03-10', 'ANY')).toContain('BBB');
    expect(await at('2025-03-31', 'PROVEN')).toContain('AAA');
    expect(await at('2025-04-01', 'PROVEN')).toContain('BBB');
  });

  it('come each once page by page, and again by their ids', async () => {
    const { db } = database();
    await aConstituentList(db, { index: 'RLV', observedOn: '2025-03-03', members: members(...Array.from({ length: 10 }, (_, i) => `M${i}`)) });
    const page = async (args: string, selected: string) => (await ofIndex<{ members: unknown }>('IWD', `membership { members(${args}) { ${selected} } }`)).members;
    expect(await allInPages(db, 'Security', 'symbol key', page)).toHaveLength(10);
  });

  it('and their changes for twenty funds at once are one statement', async () => {
    const { db } = database();
    await hold(db, 'IWV', '2025-03-03', shares('AAA'));
    const all = await answersOfTwenty(db, `index { membership ${FIELDS} ${changes('2025-03-03', '2025-04-01')} }`);
    expect(all.get('IWV')).toMatchObject({ membership: { basis: 'FUND_HOLDINGS' }, membershipChanges: NOT_KNOWN });
    expect(all.get('AVUV')).toBeNull();
  });
});

describe('changes of the members of an index', () => {
  it('hold a list against a list', async () => {
    const { db } = database();
    await aConstituentList(db, { index: 'NDX', observedOn: '2025-03-03', members: members('AAA', 'BBB', 'CCC') });
    await aConstituentList(db, { index: 'NDX', observedOn: '2025-04-01', members: members('BBB', 'DDD', 'EEE') });
    await hold(db, 'QQQ', '2025-03-03', shares('XXX'));
    await hold(db, 'QQQ', '2025-04-01', shares('YYY'));
    const from = { from: '2025-03-03', to: '2025-04-01' };
    expect(await ofIndex('QQQ', changes('2025-03-03', '2025-04-01'))).toEqual({ ...from, ...changed(['DDD', 'EEE'], ['AAA', 'CCC']) });
    expect(await ofIndex('QQQ', changes('2025-03-03', '2025-04-02'))).toEqual({ from: '2025-03-03', to: '2025-04-02', ...NOT_KNOWN });
  });

  it('hold the holdings of a fund against its own', async () => {
    const { db } = database();
    await hold(db, 'IWM', '2025-03-03', shares('AAA', 'BBB'));
    await hold(db, 'IWM', '2025-04-01', [...shares('BBB', 'CCC'), told('CASH:USD', 0, 1, 1)]);
    expect(await ofIndex('IWM', changes('2025-03-03', '2025-04-01'))).toMatchObject(changed(['CCC'], ['AAA']));
  });

  it.each([
    ['earlier', '2025-03-03'],
    ['later', '2025-04-01'],
  ])('leave out a list that is known of the %s day alone', async (which, listed) => {
    const { db } = database();
    const [index, fund] = which === 'earlier' ? ['SPX', 'IVV'] : ['RUJ', 'IWN'];
    await aConstituentList(db, { index, observedOn: listed, members: members('AAA', 'LISTED') });
    await hold(db, fund, '2025-03-03', shares('AAA', 'BBB'));
    await hold(db, fund, '2025-04-01', shares('AAA', 'CCC'));
    expect(await ofIndex(fund, changes('2025-03-03', '2025-04-01'))).toMatchObject(changed(['CCC'], ['BBB']));
  });

  it('are refused backwards, before any statement', async () => {
    const { failures, sent } = await failuresOf(database().db, 'IWM', `index { ${changes('2025-04-01', '2025-03-03')} }`);
    expect({ codes: failures.map(({ code }) => code), sent }).toEqual({ codes: ['BAD_USER_INPUT'], sent: 0 });
  });
});
