/** What the tests vary of an N-PORT filing; the rest is a sound one of two positions. */
export interface NportFile {
  /** Elements of `genInfo` by name; null leaves one out. */
  readonly general?: Readonly<Record<string, string | null>>;
  readonly form?: string;
  readonly positions?: readonly string[];
  /** What stands before the outermost element. */
  readonly prolog?: string;
}

const GENERAL = {
  regName: 'Invented Trust',
  regCik: '0000000001',
  seriesName: 'Imagined Small Companies ETF',
  seriesId: 'S000000001',
  repPdEnd: '2025-03-31',
  repPdDate: '2024-12-31',
};

const POSITION = {
  name: 'Quarry Hill Stone Inc',
  lei: 'N/A',
  title: 'Quarry Hill Stone Inc',
  cusip: '74799Q102',
  identifiers: '<isin value="US74799Q1022"/>',
  balance: '500.00',
  units: 'NS',
  curCd: 'USD',
  valUSD: '50000.00',
  pctVal: '50.00',
  payoffProfile: 'Long',
  assetCat: 'EC',
  issuerCat: 'CORP',
  invCountry: 'US',
};

const elements = (contents: Readonly<Record<string, string | null>>): string[] =>
  Object.entries(contents).flatMap(([name, content]) => (content === null ? [] : [`<${name}>${content}</${name}>`]));

/** A position on fifteen lines; every element may be said otherwise, left out by null, and added. */
export const aPosition = (contents: Readonly<Record<string, string | null>> = {}): string =>
  ['<invstOrSec>', ...elements({ ...POSITION, ...contents }), '</invstOrSec>'].join('\n');

export function nportText({ general = {}, form = 'NPORT-P', positions = [aPosition(), aPosition()], prolog = '<?xml version="1.0"?>' }: NportFile = {}): string {
  return [
    `${prolog}<edgarSubmission xmlns="http://www.sec.gov/edgar/nport">`,
    `<headerData><submissionType>${form}</submissionType></headerData>`,
    '<formData>',
    `<genInfo>${elements({ ...GENERAL, ...general }).join('')}</genInfo>`,
    '<invstOrSecs>',
    ...positions,
    '</invstOrSecs>',
    '</formData>',
    '</edgarSubmission>',
  ].join('\n');
}
