import { dayNumber, type IsoDate } from '../isoDate';

/** A stretch of days that figures were reported of. */
export interface Span {
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  /** Days since 1970, to count with. */
  readonly start: number;
  readonly end: number;
  /** How many days it holds. */
  readonly length: number;
}

/** Days by which filers misdate a period's ends: NVIDIA began a quarter on 2008-01-25 that began on 2008-01-28. */
const SLIP = 6;

/** True if two days, counted since 1970, are one day that somebody misdated. */
export const isAbout = (one: number, other: number): boolean => Math.abs(one - other) <= SLIP;

/** Thirteen weeks, or twelve to seventeen: some divide their year into 12, 12, 12 and 16 weeks. */
export const isQuarterLong = ({ length }: Pick<Span, 'length'>): boolean => length >= 75 && length <= 125;

/** Fifty-two or fifty-three weeks, or twelve months. */
export const isYearLong = ({ length }: Pick<Span, 'length'>): boolean => length >= 340 && length <= 385;

/** A span, and whether the days it was given by are those that most figures of it are dated with. */
export interface Dated {
  readonly span: Span;
  readonly isMisdated: boolean;
}

/** The spans that one company reported, each once however a filing misdates it, by the days it was first written with. */
export class Spans {
  private readonly known: Span[] = [];
  private readonly byDays = new Map<string, Span>();
  /** What was found about two days, until another span is known. */
  private readonly found = new Map<number, Span | undefined>();
  /** How many figures of each span were dated how. */
  private readonly written = new Map<Span, Map<string, number>>();

  /** Counts a figure of these days. */
  count(startOn: IsoDate, endOn: IsoDate): Dated {
    const days = `${startOn}/${endOn}`;
    const span = this.byDays.get(days) ?? this.add(startOn, endOn);
    this.byDays.set(days, span);
    const counts = this.written.get(span) ?? new Map<string, number>();
    this.written.set(span, counts);
    const count = (counts.get(days) ?? 0) + 1;
    counts.set(days, count);
    return { span, isMisdated: count < Math.max(...counts.values()) };
  }

  /** The span that begins and ends about these days, if anything was reported of one. */
  about(start: number, end: number): Span | undefined {
    const days = start * 100_000 + end;
    if (!this.found.has(days)) this.found.set(days, this.known.find((span) => isAbout(span.start, start) && isAbout(span.end, end)));
    return this.found.get(days);
  }

  private add(startOn: IsoDate, endOn: IsoDate): Span {
    const [start, end] = [dayNumber(startOn), dayNumber(endOn)];
    const span: Span = { startOn, endOn, start, end, length: end - start + 1 };
    const same = span.length < 75 ? undefined : this.about(start, end);
    if (same !== undefined) return same;
    this.known.push(span);
    this.found.clear();
    return span;
  }
}
