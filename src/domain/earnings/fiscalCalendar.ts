import { dayOf } from '../isoDate';
import { type Span, isAbout, isQuarterLong, isYearLong } from './spans';

/** A span that was reported, and what its filings say of it. */
export interface SpanUse {
  readonly span: Span;
  /** True if an annual report gives a figure of it. */
  readonly isAnnual: boolean;
  /** True if it ends with the period that one of its filings is of, rather than being there to compare with. */
  readonly isOwn: boolean;
  /** True if it is the first quarter by what a filing of it says. */
  readonly isFirst: boolean;
}

/** What a company calls a year: a fiscal one, one that is not over, or a stretch between two of different beginnings. */
export interface FiscalYear {
  readonly start: number;
  /** The last day; of one that is not over, that of 52 weeks. */
  readonly end: number;
  readonly kind: 'CLOSED' | 'OPEN' | 'TRANSITION';
  /** Its quarters as far as they are known, the first of them first. */
  readonly quarters: readonly FiscalQuarter[];
}

export interface FiscalQuarter {
  readonly start: number;
  readonly end: number;
  /** 1 to 4; null in a transition. */
  readonly number: number | null;
}

/**
 * The fiscal years and quarters that a company's spans add up to. Years are what annual reports cover; where two overlap
 * since the beginning of the year was moved, that which a report is of goes before one shown to compare with. A year that is not
 * over begins after one that is, or with what its filings sum up from its beginning. Quarters are parted by the ends
 * of all that was reported from the year's beginning on, and of single quarters.
 *
 * What filings say of their own fiscal year and quarter is not used but to find a first quarter: filers err in it (NVIDIA's
 * report on the first quarter of its fiscal 2011 calls itself the second of 2010).
 */
export function fiscalCalendar(uses: readonly SpanUse[]): readonly FiscalYear[] {
  const closed = closedYears(uses);
  const starts = [...closed, ...openStarts(uses, closed)].sort((a, b) => a.start - b.start);
  return starts.map(({ start, end }, i): FiscalYear => {
    const next = starts[i + 1]?.start ?? Infinity;
    if (end !== undefined) return { start, end, kind: 'CLOSED', quarters: quartersOf(uses, start, end, 'CLOSED') };
    const kind = next - start < 340 ? 'TRANSITION' : 'OPEN';
    const last = kind === 'OPEN' ? start + 363 : next - 1;
    return { start, end: last, kind, quarters: quartersOf(uses, start, last, kind) };
  });
}

interface Stretch {
  readonly start: number;
  readonly end?: number;
}

function closedYears(uses: readonly SpanUse[]): readonly Required<Stretch>[] {
  const annual = uses.filter(({ span, isAnnual }) => isAnnual && isYearLong(span));
  const accepted: Span[] = [];
  for (const { span } of [...annual].sort((a, b) => Number(b.isOwn) - Number(a.isOwn))) {
    const overlaps = accepted.some((other) => Math.min(other.end, span.end) - Math.max(other.start, span.start) > 30);
    if (!overlaps) accepted.push(span);
  }
  return accepted;
}

/** The first days of years that are not over, or never came to be. */
function openStarts(uses: readonly SpanUse[], closed: readonly Required<Stretch>[]): readonly Stretch[] {
  const summedUp = uses.filter(({ span, isFirst }) => isFirst || (span.length > 125 && span.length < 340));
  const candidates = [
    ...closed.map(({ end }) => end + 1),
    ...[...summedUp].sort((a, b) => Number(b.isOwn) - Number(a.isOwn)).map(({ span }) => span.start),
  ];
  const starts: number[] = [];
  for (const start of candidates) {
    const isInside = closed.some((year) => start > year.start - 7 && start < year.end - 6);
    if (!isInside && !starts.some((other) => isAbout(other, start))) starts.push(start);
  }
  const isBegun = (start: number): boolean => uses.some(({ span }) => isAbout(span.start, start) && span.length >= 75);
  return starts.filter(isBegun).map((start) => ({ start }));
}

function quartersOf(uses: readonly SpanUse[], start: number, end: number, kind: FiscalYear['kind']): readonly FiscalQuarter[] {
  const ends = kind === 'OPEN' ? [] : [end];
  for (const { span } of uses) {
    if (span.start < start - 6 || span.end > end + (kind === 'OPEN' ? 21 : 6)) continue;
    if (isQuarterLong(span)) ends.push(span.end, span.start - 1);
    else if (span.length > 125 && isAbout(span.start, start)) ends.push(span.end);
  }
  const quarters: FiscalQuarter[] = [];
  let from = start;
  for (const to of parted(ends, start)) {
    const share = (to - start + 1) / (kind === 'OPEN' ? 364 : end - start + 1);
    const number = kind === 'TRANSITION' ? null : Math.round(share * 4);
    if (isQuarterLong({ length: to - from + 1 }) && number !== 0 && (number ?? 0) <= 4) quarters.push({ start: from, end: to, number });
    from = to + 1;
  }
  return quarters;
}

/** Days in order that lie after the start, each once though misdated; the first that was given of those about one day. */
function parted(days: readonly number[], start: number): readonly number[] {
  const kept: number[] = [];
  for (const day of days) if (day > start + 6 && !kept.some((other) => isAbout(other, day))) kept.push(day);
  return kept.sort((a, b) => a - b);
}

/**
 * The calendar year that a fiscal one is called by: that of its end, where a week into January is still the old year; `offset` away
 * from it for a company that calls it so.
 */
export const fiscalYearLabel = (end: number, offset: number): number => Number(dayOf(end - 7).slice(0, 4)) + offset;
