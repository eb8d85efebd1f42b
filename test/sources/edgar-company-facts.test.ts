import { SourceFormat } from '../../src/domain/errors';
import { isoDate } from '../../src/domain/isoDate';
import type { CompanyFactsReport } from '../../src/sources/CompanyFactsReport';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';

const source = sourceByKey('edgar-company-facts');

const FACT = { start: '2023-01-01', end: '2023-12-31', val: 5, accn: '0001999001-24-000001', fy: 2023, fp: 'FY', form: '10-K', filed: '2024-02-21' };

const fileOf = (facts: readonly unknown[], concept = 'NetIncomeLoss', unit = 'USD'): string =>
  JSON.stringify({ cik: 1999001, entityName: 'Invented', facts: { 'us-gaap': { [concept]: { label: '', description: '', units: { [unit]: facts } } } } });

function read(text: string, told: Told = {}): CompanyFactsReport & { readonly rowsRead: number } {
  const { rowsRead, reports } = source.read(Buffer.from(text), told);
  const [report] = reports.companyFacts ?? [];
  if (report === undefined) throw new Error('Nothing was reported.');
  return { ...report, rowsRead };
}

function refusalsOf(text: string, told: Told = {}): readonly string[] {
  try {
    read(text, told);
  } catch (error) {
    if (error instanceof SourceFormat) return error.refusals.map(({ column, reason }) => `${column}: ${reason}`);
    throw error;
  }
  return [];
}

describe('a file of companyfacts', () => {
  it('gives the figures of the concepts that count, with filing, form and fiscal period, and the company by ten digits', () => {
    const { cik, name, facts, rowsRead } = read(fileOf([FACT, { ...FACT, fy: null, fp: null, form: '8-K', filed: '2024-05-01' }]));
    expect({ cik, name, rowsRead }).toEqual({ cik: '0001999001', name: 'Invented', rowsRead: 2 });
    const common = { concept: 'us-gaap:NetIncomeLoss', unit: 'USD', startOn: '2023-01-01', endOn: '2023-12-31', value: '5', accession: FACT.accn };
    expect(facts).toEqual([
      { ...common, filedOn: '2024-02-21', form: '10-K', fiscalYear: 2023, fiscalPeriod: 'FY' },
      { ...common, filedOn: '2024-05-01', form: '8-K', fiscalYear: null, fiscalPeriod: null },
    ]);
  });

  it('counts what is of another concept or unit, and does not look at it', () => {
    expect(read(fileOf([FACT, 'anything'], 'Goodwill'))).toMatchObject({ rowsRead: 2, facts: [] });
    expect(read(fileOf([FACT], 'NetIncomeLoss', 'EUR'))).toMatchObject({ rowsRead: 1, facts: [] });
  });

  it('passes over what cannot be: a figure of days after its filing, a span that ends before it begins, a flow of one day', () => {
    const impossible = [{ ...FACT, end: '2024-02-22' }, { ...FACT, start: '2024-01-01' }, { ...FACT, start: undefined }];
    expect(read(fileOf(impossible))).toMatchObject({ rowsRead: 3, facts: [] });
  });

  it('keeps counts of shares of one day, and ratios of splits by day or span', () => {
    const day = { ...FACT, start: undefined };
    expect(read(fileOf([day], 'CommonStockSharesOutstanding', 'shares')).facts).toMatchObject([{ startOn: null, endOn: '2023-12-31' }]);
    expect(read(fileOf([day, FACT], 'StockholdersEquityNoteStockSplitConversionRatio1', 'pure')).facts).toHaveLength(2);
  });

  it.each(['5', '-0.05', '11.91', '265595000000', '123456789012345.25', '1234567890123456789012.123', '1.5E7'])('keeps the number %s digit for digit', (number) => {
    const text = fileOf([FACT]).replace('"val":5', `"val":${number}`);
    expect(read(text).facts[0]?.value).toBe(number === '1.5E7' ? '15000000' : number);
  });

  it('may hold nothing that counts', () => {
    expect(read(JSON.stringify({ cik: '1999001', entityName: 'Invented', facts: {} }))).toMatchObject({ cik: '0001999001', facts: [], rowsRead: 0 });
  });

  const PLACE = '$.facts.us-gaap.NetIncomeLoss.units.USD[1]';
  it.each([
    ['a day that is none', { ...FACT, end: '2023-02-30' }, `${PLACE}.end: expected a day written YYYY-MM-DD, found "2023-02-30"`],
    ['no filing day', { ...FACT, filed: undefined }, `${PLACE}.filed: expected a day written YYYY-MM-DD, found nothing`],
    ['a number that is none', { ...FACT, val: '1,2,3' }, `${PLACE}.val: expected a number, found "1,2,3"`],
    ['no number', { ...FACT, val: null }, `${PLACE}.val: expected a number, found null`],
    ['a filing without its number', { ...FACT, accn: '24-1' }, `${PLACE}.accn: expected a filing's number, found "24-1"`],
    ['no form', { ...FACT, form: '' }, `${PLACE}.form: expected a form, found ""`],
    ['a year that is none', { ...FACT, fy: 'FY23' }, `${PLACE}.fy: expected a year, found "FY23"`],
    ['a text in place of a fact', 'x', `${PLACE}: expected an object, found another value`],
  ])('is refused with the place for %s', (_, fact, refusal) => {
    expect(refusalsOf(fileOf([FACT, fact]))).toEqual([refusal]);
  });

  it('is refused if it holds a filing of after the day that it was downloaded', () => {
    expect(refusalsOf(fileOf([FACT]), { knownOn: isoDate('2024-02-20') })).toEqual([
      '$.facts.us-gaap.NetIncomeLoss.units.USD[0].filed: expected a day written YYYY-MM-DD, not after 2024-02-20, found "2024-02-21"',
    ]);
    expect(read(fileOf([FACT]), { knownOn: isoDate('2024-02-21') }).facts).toHaveLength(1);
  });

  it.each([
    ['another list', '[1]', 'null: expected an object with cik and facts, found another value'],
    ['a company without facts', '{"cik":1,"entityName":"A"}', 'null: expected an object with cik, entityName and facts, found cik, entityName'],
    ['no company', '{"cik":"x","entityName":"A","facts":{}}', '$.cik: expected a number of up to ten digits, found another value'],
    ['units that are no list', '{"cik":1,"entityName":"A","facts":{"dei":{"X":{"units":{"USD":5}}}}}', '$.facts.dei.X.units.USD: expected a list, found another value'],
    ['a concept without units', '{"cik":1,"entityName":"A","facts":{"dei":{"X":{}}}}', '$.facts.dei.X.units: expected an object, found another value'],
  ])('is refused for %s', (_, text, refusal) => {
    expect(refusalsOf(text)).toEqual([refusal]);
  });
});
