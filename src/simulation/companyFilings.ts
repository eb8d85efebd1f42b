import { addDays, type IsoDate } from '../domain/isoDate';
import { nextSession } from '../domain/nyseCalendar';
import type { Company } from './Company';
import type { ReportedQuarter } from './companyQuarters';
import type { MarketPath } from './MarketPath';
import { firstDayOf } from '../domain/months';

/** One figure of a filing: of a span, or of the day `endOn` where `startOn` is null. */
export interface FiledFact {
  readonly concept: string;
  readonly unit: 'USD' | 'USD/shares' | 'shares';
  readonly startOn: IsoDate | null;
  readonly endOn: IsoDate;
  readonly value: number;
}

export interface Filing {
  readonly accession: string;
  readonly form: string;
  readonly filedOn: IsoDate;
  readonly reportOn: IsoDate;
  /** Of an 8-K: `2.02`. */
  readonly items: string;
  readonly fiscalYear: number;
  readonly fiscalPeriod: string;
  readonly facts: readonly FiledFact[];
}

/** What a company filed: reports of quarters and years with what they compare with, amendments, news of results, and the end of its listing. */
export function companyFilings(company: Company, quarters: readonly ReportedQuarter[], path: MarketPath): readonly Filing[] {
  const drafts = quarters.flatMap((quarter, i) => [
    newsOf(quarter),
    reportOf(quarter, quarters.slice(0, i + 1)),
    ...amendmentOf(quarter, quarters, path.options.lastOn, path.dayAt(company.delisted)),
  ]);
  if (company.ending !== null) drafts.push(delistingOf(path.dayAt(company.delisted)));
  const counts = new Map<string, number>();
  return drafts
    .sort((a, b) => (a.filedOn < b.filedOn ? -1 : Number(a.filedOn > b.filedOn)))
    .map((draft) => {
      const year = draft.filedOn.slice(2, 4);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return { ...draft, accession: `${company.cik}-${year}-${String(count).padStart(6, '0')}` };
    });
}

type Draft = Omit<Filing, 'accession'>;

const periodOf = ({ fiscalYear, number }: ReportedQuarter) => ({ fiscalYear, fiscalPeriod: number === 4 ? 'FY' : `Q${number}` });

/** The session on which results are told: the second to the fifth day before the report, or the report's own. */
export const newsOn = ({ filedOn, netIncome }: ReportedQuarter): IsoDate => nextSession(addDays(filedOn, -(3 + (netIncome & 3))));

const newsOf = (quarter: ReportedQuarter): Draft => ({
  ...periodOf(quarter),
  ...{ form: '8-K', items: '2.02,9.01', filedOn: newsOn(quarter), reportOn: quarter.endOn, facts: [] },
});

function reportOf(quarter: ReportedQuarter, known: readonly ReportedQuarter[]): Draft {
  const { filedOn, endOn, number, coverShares } = quarter;
  const before = known.find(({ lastMonth }) => lastMonth === quarter.lastMonth - 12);
  const spans = [quarter, before].flatMap((last) => (last === undefined ? [] : spansOf(last, known, number)));
  const cover: FiledFact = { concept: 'dei:EntityCommonStockSharesOutstanding', unit: 'shares', startOn: null, endOn: addDays(filedOn, -5), value: coverShares };
  const facts = [cover, ...spans.flatMap((span) => factsOf(span, filedOn, quarter.factor))];
  return { ...periodOf(quarter), form: number === 4 ? '10-K' : '10-Q', items: '', filedOn, reportOn: endOn, facts };
}

/** The quarters that each figure of a report sums up: the quarter and the year so far; of a year's report the year alone. */
function spansOf(last: ReportedQuarter, known: readonly ReportedQuarter[], number: number): readonly (readonly ReportedQuarter[])[] {
  const year = known.filter(({ lastMonth }) => lastMonth > last.lastMonth - number * 3 && lastMonth <= last.lastMonth);
  const isWhole = year.length === number;
  if (number === 4) return isWhole ? [year] : [];
  return number === 1 || !isWhole ? [[last]] : [[last], year];
}

function amendmentOf(quarter: ReportedQuarter, quarters: readonly ReportedQuarter[], lastOn: IsoDate, delistedOn: IsoDate): readonly Draft[] {
  const { restated, number } = quarter;
  if (restated === null || restated.filedOn > lastOn || restated.filedOn >= delistedOn) return [];
  const { factor } = quarters.filter(({ filedOn }) => filedOn <= restated.filedOn).at(-1) ?? quarter;
  const known = quarters.filter(({ filedOn }) => filedOn <= quarter.filedOn);
  const facts = spansOf(quarter, known, number).flatMap((span) => factsOf(span, restated.filedOn, factor));
  return [{ ...periodOf(quarter), form: number === 4 ? '10-K/A' : '10-Q/A', items: '', filedOn: restated.filedOn, reportOn: quarter.endOn, facts }];
}

const delistingOf = (filedOn: IsoDate): Draft => ({
  ...{ form: '25', filedOn, reportOn: filedOn, items: '', facts: [] },
  ...{ fiscalYear: Number(filedOn.slice(0, 4)), fiscalPeriod: 'FY' },
});

/** The figures of a span as a filing of a day gives them, on the shares of that day. */
function factsOf(span: readonly ReportedQuarter[], on: IsoDate, factor: number): readonly FiledFact[] {
  const [first, last] = [span[0], span.at(-1)];
  if (first === undefined || last === undefined) return [];
  const startOn = firstDayOf(first.lastMonth - 2);
  const [netIncome, shares] = [netIncomeOf(span, on), sharesOf(span, factor)];
  const fact = (concept: string, unit: FiledFact['unit'], value: number): FiledFact => ({ concept: `us-gaap:${concept}`, unit, startOn, endOn: last.endOn, value });
  return [
    fact('Revenues', 'USD', total(span, ({ revenue }) => revenue)),
    fact('NetIncomeLoss', 'USD', netIncome),
    fact('EarningsPerShareDiluted', 'USD/shares', epsOf(span, on, factor)),
    fact('WeightedAverageNumberOfDilutedSharesOutstanding', 'shares', shares),
  ];
}

/** Diluted earnings per share of a span in cents of the dollar, as a filing of a day gives them on the shares of that day. */
export const epsOf = (span: readonly ReportedQuarter[], on: IsoDate, factor: number): number =>
  Math.round((netIncomeOf(span, on) / sharesOf(span, factor)) * 100) / 100 + 0;

const netIncomeOf = (span: readonly ReportedQuarter[], on: IsoDate): number =>
  total(span, (one) => (one.restated !== null && one.restated.filedOn <= on ? one.restated.netIncome : one.netIncome));

const sharesOf = (span: readonly ReportedQuarter[], factor: number): number => Math.round((total(span, (one) => one.shares) / span.length) * factor);

const total = (span: readonly ReportedQuarter[], figure: (one: ReportedQuarter) => number): number => span.reduce((sum, one) => sum + figure(one), 0);
