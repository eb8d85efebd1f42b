import type { IsoDate } from '../isoDate';
import { FactBook } from './FactBook';
import { type SpanUse, fiscalYearLabel } from './fiscalCalendar';
import type { KnownFact } from './KnownFact';
import { Measure, measureOf } from './measures';
import { type Span, isYearLong } from './spans';
import { type Reported, type Split, factorSince, splitShownBy } from './splits';

/** A figure of a span of days, as all are that earnings are told from. */
type SpanFact = KnownFact & { readonly startOn: IsoDate };

/** What a company's filings say, as they come in one by one: its state follows from those that were taken in and nothing else. */
export class CompanyFold {
  /** The newest figures. */
  readonly book = new FactBook();
  /** The splits that filings have shown, in their order. */
  readonly splits: Split[] = [];
  private readonly uses = new Map<Span, SpanUse>();
  private readonly declared = new Set<number>();
  private readonly labels: number[] = [];
  private touched: Span[] = [];

  /** Takes in one filing: all of its figures that are kept. */
  take(filing: readonly KnownFact[]): void {
    this.noteDeclared(filing);
    const figures = filing.filter(isOfSpan);
    const ownEnd = figures.reduce((last, { endOn }) => (endOn > last ? endOn : last), '');
    const anew: Reported[] = [];
    for (const fact of figures) {
      const measure = measureOf(fact.concept, fact.unit);
      const taken = measure === undefined || measure === Measure.SPLIT_RATIO ? undefined : this.book.take(fact);
      if (measure === undefined || taken === undefined) continue;
      this.touched.push(taken.span);
      this.noteUse(taken.span, fact, fact.endOn === ownEnd);
      if (taken.before !== undefined && taken.before.accession !== fact.accession) anew.push(...this.reportedAnew(measure, taken.before, fact));
    }
    const ratio = splitShownBy(anew, this.declared);
    const [first] = figures;
    if (ratio !== undefined && first !== undefined) this.noteSplit({ ratio, shownOn: first.knownOn });
  }

  /** The spans of which figures came in since this was last asked. */
  takeTouched(): readonly Span[] {
    const { touched } = this;
    this.touched = [];
    return touched;
  }

  /** Every span of days that figures were reported of. */
  spans(): readonly SpanUse[] {
    return [...this.uses.values()];
  }

  /**
   * How the company calls its years, against the calendar years of their ends: -1 where over four in five of its annual reports do so,
   * as those of retailers whose year ends about the end of January. Some reports of others err by a year.
   */
  labelOffset(): number {
    const earlier = this.labels.filter((offset) => offset === -1).length;
    return earlier * 5 > this.labels.length * 4 ? -1 : 0;
  }

  /** Two that were shown on one day are one. */
  private noteSplit({ ratio, shownOn }: Split): void {
    const sameDay = this.splits.at(-1)?.shownOn === shownOn ? this.splits.pop() : undefined;
    this.splits.push({ ratio: ratio * (sameDay?.ratio ?? 1), shownOn });
  }

  private noteDeclared(filing: readonly KnownFact[]): void {
    for (const { concept, unit, value } of filing) {
      const ratio = measureOf(concept, unit) === Measure.SPLIT_RATIO ? Number(value) : 0;
      if (ratio > 0 && ratio !== 1) [ratio, 1 / ratio].forEach((one) => this.declared.add(one));
    }
  }

  private noteUse(span: Span, { form, fiscalPeriod, fiscalYear }: KnownFact, isOwn: boolean): void {
    const isAnnual = form.startsWith('10-K') || fiscalPeriod === 'FY';
    const known = this.uses.get(span);
    if (isOwn && isAnnual && isYearLong(span) && fiscalYear !== null && known?.isOwn !== true) {
      this.labels.push(fiscalYear - fiscalYearLabel(span.end, 0));
    }
    this.uses.set(span, {
      span,
      isAnnual: isAnnual || known?.isAnnual === true,
      isOwn: isOwn || known?.isOwn === true,
      isFirst: (isOwn && fiscalPeriod === 'Q1') || known?.isFirst === true,
    });
  }

  private reportedAnew(measure: Measure, before: KnownFact, after: KnownFact): readonly Reported[] {
    const factor = factorSince(before, this.splits);
    if (measure === Measure.EPS_DILUTED) return [{ measure, before: Number(before.value) / factor, after: Number(after.value) }];
    return measure === Measure.SHARES_DILUTED ? [{ measure, before: Number(before.value) * factor, after: Number(after.value) }] : [];
  }
}

const isOfSpan = (fact: KnownFact): fact is SpanFact => fact.startOn !== null;
