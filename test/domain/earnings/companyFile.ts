import type { Decimal } from '../../../src/domain/decimal';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';
import { isoDate } from '../../../src/domain/isoDate';

/** What a filing says, in short: a concept's last word, a span or a day, and a value. */
interface Said {
  readonly eps?: number;
  readonly income?: number;
  readonly revenue?: number;
  /** Revenue from contracts with customers, of which there may be other revenue beside. */
  readonly contracts?: number;
  readonly shares?: number;
  readonly ratio?: number;
  /** On the cover page, and in the balance sheet: of a day. */
  readonly cover?: number;
  readonly outstanding?: number;
}

const CONCEPTS: Readonly<Record<keyof Said, readonly [concept: string, unit: string]>> = {
  eps: ['us-gaap:EarningsPerShareDiluted', 'USD/shares'],
  income: ['us-gaap:NetIncomeLoss', 'USD'],
  revenue: ['us-gaap:Revenues', 'USD'],
  contracts: ['us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax', 'USD'],
  shares: ['us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding', 'shares'],
  ratio: ['us-gaap:StockholdersEquityNoteStockSplitConversionRatio1', 'pure'],
  cover: ['dei:EntityCommonStockSharesOutstanding', 'shares'],
  outstanding: ['us-gaap:CommonStockSharesOutstanding', 'shares'],
};

export interface Filing {
  readonly on: string;
  readonly form?: string;
  readonly fiscalPeriod?: string | null;
  readonly fiscalYear?: number | null;
  /** By span, `2023-01-01/2023-03-31`; by day, `/2023-04-28`. */
  readonly says: Readonly<Record<string, Said>>;
}

let made = 0;

/** The figures of one filing. */
export function filed({ on, form = '10-Q', fiscalPeriod = null, fiscalYear = null, says }: Filing): readonly KnownFact[] {
  made += 1;
  const accession = `0001999001-${on.slice(2, 4)}-${String(made).padStart(6, '0')}`;
  return Object.entries(says).flatMap(([span, said]) => {
    const [startOn = '', endOn = ''] = span.split('/');
    return Object.entries(said).map(([measure, value]): KnownFact => {
      made += 1;
      const [concept, unit] = CONCEPTS[measure as keyof Said];
      const days = { startOn: startOn === '' ? null : isoDate(startOn), endOn: isoDate(endOn), filedOn: isoDate(on), knownOn: isoDate(on) };
      return { id: String(made), concept, unit, ...days, value: String(value) as Decimal, form, accession, fiscalYear, fiscalPeriod };
    });
  });
}

/** The quarters of a calendar year, as spans. */
export const quartersOf = (year: number): readonly [string, string, string, string] => [
  `${year}-01-01/${year}-03-31`,
  `${year}-04-01/${year}-06-30`,
  `${year}-07-01/${year}-09-30`,
  `${year}-10-01/${year}-12-31`,
];

export const yearOf = (year: number): string => `${year}-01-01/${year}-12-31`;
export const nineMonthsOf = (year: number): string => `${year}-01-01/${year}-09-30`;
export const halfOf = (year: number): string => `${year}-01-01/${year}-06-30`;

/** A calendar year in four filings, a tenth of a dollar more a quarter; ten shares. */
export function aYear(year: number, { shares = 10, perShare = [1, 1.1, 1.2, 1.3] }: { readonly shares?: number; readonly perShare?: readonly number[] } = {}): readonly KnownFact[] {
  const [q1 = 0, q2 = 0, q3 = 0, q4 = 0] = perShare;
  const says = (eps: number): Said => ({ eps: cents(eps), income: cents(eps * shares), shares, revenue: cents(eps * shares * 10) });
  const [first, second, third] = quartersOf(year);
  return [
    ...filed({ on: `${year}-05-05`, says: { [first]: says(q1) }, fiscalPeriod: 'Q1', fiscalYear: year }),
    ...filed({ on: `${year}-08-05`, says: { [second]: says(q2), [halfOf(year)]: says(q1 + q2) }, fiscalPeriod: 'Q2', fiscalYear: year }),
    ...filed({ on: `${year}-11-05`, says: { [third]: says(q3), [nineMonthsOf(year)]: says(q1 + q2 + q3) }, fiscalPeriod: 'Q3', fiscalYear: year }),
    ...filed({ on: `${year + 1}-02-20`, form: '10-K', says: { [yearOf(year)]: says(q1 + q2 + q3 + q4) }, fiscalPeriod: 'FY', fiscalYear: year }),
  ];
}

const cents = (number: number): number => Math.round(number * 100) / 100;

