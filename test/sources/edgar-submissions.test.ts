import { isoDate } from '../../src/domain/isoDate';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';
import { describeRealFiles, realFile } from '../support/realFiles';
import { refusalsOf } from './refusalsOf';

const source = sourceByKey('edgar-submissions');

const COLUMNS = {
  accessionNumber: ['0001999001-26-000012', '0001999001-26-000003'],
  filingDate: ['2026-05-04', '2026-02-20'],
  reportDate: ['2026-03-31', ''],
  acceptanceDateTime: ['2026-05-04T16:05:11.000Z', '2026-02-20T06:01:00.000Z'],
  form: ['8-K', '144'],
  items: ['2.02,9.01', ''],
  isXBRL: [1, 0],
  primaryDocument: ['q.htm', ''],
};

const COMPANY = {
  ...{ cik: '1999001', name: 'Quarry Hill Inc.', sic: '1400', sicDescription: 'Mining', fiscalYearEnd: '0926', stateOfIncorporation: 'DE' },
  ...{ tickers: ['QRRY'], exchanges: ['NYSE'], formerNames: [] as unknown[] },
};

const fileOf = (over: object = {}, columns: object = COLUMNS): string => JSON.stringify({ ...COMPANY, filings: { recent: columns, files: [] }, ...over });
const read = (text: string, told: Told = {}) => source.read(Buffer.from(text), told).reports;
const refused = (text: string, told: Told = {}) => refusalsOf(() => read(text, told)).map(({ column, reason }) => `${column}: ${reason}`);
const former = (name: string, from: string, to: string) => ({ name, from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` });

describe("the SEC's index of a company's filings", () => {
  it('gives each filing by its filing date, the moment of acceptance as it is written', () => {
    const { filings: [report] = [] } = read(fileOf());
    expect(report).toEqual({
      cik: '0001999001',
      filings: [
        {
          ...{ accession: '0001999001-26-000012', form: '8-K', filedOn: '2026-05-04', reportOn: '2026-03-31', isXbrl: true },
          ...{ acceptedAt: '2026-05-04T16:05:11.000Z', items: ['2.02', '9.01'], primaryDocument: 'q.htm' },
        },
        {
          ...{ accession: '0001999001-26-000003', form: '144', filedOn: '2026-02-20', reportOn: null, isXbrl: false },
          ...{ acceptedAt: '2026-02-20T06:01:00.000Z', items: [], primaryDocument: null },
        },
      ],
    });
  });

  it('takes the present name to hold from the day after the last filing under another', () => {
    const formerNames = [former('B INC', '2010-01-05', '2019-06-28'), former('A INC', '2003-01-10', '2009-12-31')];
    expect(read(fileOf({ formerNames })).companies?.[0]?.names).toEqual([
      { name: 'A INC', from: '2003-01-10' },
      { name: 'B INC', from: '2010-01-05' },
      { name: 'Quarry Hill Inc.', from: '2019-06-29' },
    ]);
  });

  it('takes the only name to hold from the first filing, an older page named included', () => {
    expect(read(fileOf()).companies?.[0]?.names).toEqual([{ name: 'Quarry Hill Inc.', from: '2026-02-20' }]);
    const filings = { recent: COLUMNS, files: [{ name: 'CIK0001999001-submissions-001.json', filingFrom: '2001-02-03', filingTo: '2020-01-01' }] };
    expect(read(fileOf({ filings })).companies?.[0]?.names).toEqual([{ name: 'Quarry Hill Inc.', from: '2001-02-03' }]);
  });

  it('may leave open what a company that makes nothing has not: tickers, classification, filings', () => {
    const nothing = { sic: '', sicDescription: '', fiscalYearEnd: null, stateOfIncorporation: '', tickers: [], exchanges: [] };
    const empty = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, []]));
    expect(read(fileOf(nothing, empty))).toEqual({
      companies: [{ cik: '0001999001', names: [{ name: 'Quarry Hill Inc.', from: null }], profile: { sic: null, sicDescription: null, fiscalYearEnd: null, stateOfIncorporation: null } }],
    });
  });

  it('leaves an older page of filings to the company in its name', () => {
    const reports = read(JSON.stringify(COLUMNS), { fileName: 'CIK0000000042-submissions-001.json' });
    expect(Object.keys(reports)).toEqual(['filings']);
    expect(reports.filings?.[0]).toMatchObject({ cik: '0000000042', filings: [{ form: '8-K' }, { form: '144' }] });
  });

  it('takes a filing that stands twice for one', () => {
    const twice = Object.fromEntries(Object.entries(COLUMNS).map(([name, cells]) => [name, [...cells, cells[0]]]));
    expect(read(fileOf({}, twice)).filings?.[0]?.filings).toHaveLength(2);
  });

  it.each([
    ['a page whose name is lost', JSON.stringify(COLUMNS), {}, 'null: a page of older filings does not say of which company: keep its name, CIK and ten digits at its beginning'],
    ['another company than its name says', fileOf(), { fileName: 'CIK0000000042.json' }, "$.cik: expected 0000000042 as the file's name says, found 0001999001"],
    ['columns of two lengths', fileOf({}, { ...COLUMNS, form: ['8-K'] }), {}, '$.filings.recent.form: expected 2 values as accessionNumber has, found 1'],
    ['a day that is none', fileOf({}, { ...COLUMNS, filingDate: ['2026-02-30', '2026-02-20'] }), {}, '$.filings.recent[0].filingDate: expected a day written YYYY-MM-DD, found "2026-02-30"'],
    ['a number that is none', fileOf({}, { ...COLUMNS, accessionNumber: ['1', '0001999001-26-000003'] }), {}, '$.filings.recent[0].accessionNumber: expected a filing\'s number, found "1"'],
    ['a filing of after the download', fileOf(), { knownOn: isoDate('2026-03-01') }, '$.filings.recent[0].filingDate: expected a day written YYYY-MM-DD, not after 2026-03-01, found "2026-05-04"'],
    ['a filing told in two ways', fileOf({}, { ...COLUMNS, accessionNumber: ['0001999001-26-000012', '0001999001-26-000012'] }), {}, '$.filings.recent[1]: 0001999001-26-000012 stands there twice, and otherwise'],
    ['more exchanges than tickers', fileOf({ exchanges: ['NYSE', 'NYSE'] }), {}, '$.exchanges: expected 1 exchanges for as many tickers, found 2'],
    ['a month that is none', fileOf({ fiscalYearEnd: '1331' }), {}, '$.fiscalYearEnd: expected a month and a day such as 1231, found "1331"'],
    ['no name', fileOf({ name: '' }), {}, '$.name: expected a name, found nothing'],
    ['another object', '{"a":1}', {}, 'null: expected cik and filings, or accessionNumber, found a'],
  ])('is refused with the place for %s', (_, text, told, refusal) => {
    expect(refused(text, told)).toContain(refusal);
  });

  it.each([
    ['CIK0000320193.json', true],
    ['CIK0000320193-submissions-001.json', true],
    ['CIK320193.json', false],
    ['company_tickers.json', false],
  ])('is found in a folder by its name: %s', (name, isFound) => {
    expect(source.files.test(name)).toBe(isFound);
  });
});

describeRealFiles("the SEC's own indices of filings", () => {
  it.each([
    ['0001018724', 1002, ['AMAZON COM INC'], '12-31', ['AMZN']],
    ['0001045810', 1000, ['NVIDIA CORP/CA', 'NVIDIA CORP'], '01-31', ['NVDA']],
    ['0001652044', 1023, ['Alphabet Inc.'], '12-31', ['GOOGL', 'GOOG']],
  ])('of %s hold %i filings', (cik, count, names, fiscalYearEnd, tickers) => {
    const { companies: [company] = [], filings: [report] = [], tickers: [list] = [] } = read(realFile(`edgar/submissions/CIK${cik}.json`).toString('utf8'), { fileName: `CIK${cik}.json` });
    expect({
      cik: company?.cik, names: company?.names.map(({ name }) => name), fiscalYearEnd: company?.profile.fiscalYearEnd,
      count: report?.filings.length, tickers: list?.lines.map(({ ticker }) => ticker),
    }).toEqual({ cik, names, fiscalYearEnd, count, tickers });
  });
});
