import type { IsoDate } from '../isoDate';
import type { KnownFact } from './KnownFact';
import { type Measure, measures } from './measures';
import { type Span, Spans } from './spans';

/** A figure of a span, beside the one that it takes the place of. */
export interface Taken {
  readonly span: Span;
  readonly before: KnownFact | undefined;
}

/** What is known of one company as its filings come in: the newest figure of each concept and span. */
export class FactBook {
  private readonly spans = new Spans();
  private readonly newest = new Map<string, Map<Span, { readonly fact: KnownFact; readonly isMisdated: boolean }>>();

  /** Takes in a figure. @returns undefined for one that is misdated beside one that is not, and so is not taken. */
  take(fact: KnownFact & { readonly startOn: IsoDate }): Taken | undefined {
    const { span, isMisdated } = this.spans.count(fact.startOn, fact.endOn);
    const bySpan = this.newest.get(fact.concept) ?? new Map<Span, { fact: KnownFact; isMisdated: boolean }>();
    this.newest.set(fact.concept, bySpan);
    const before = bySpan.get(span);
    if (isMisdated && before?.isMisdated === false) return undefined;
    bySpan.set(span, { fact, isMisdated });
    return { span, before: before?.fact };
  }

  /** The figure that counts for a measure of the span about two days, counted since 1970: by the rule of the measure's concepts. */
  reported(measure: Measure, start: number, end: number): KnownFact | undefined {
    const span = this.spans.about(start, end);
    if (span === undefined) return undefined;
    const { concepts, largestOf } = measures[measure];
    let largest: KnownFact | undefined;
    for (const [i, concept] of concepts.entries()) {
      const fact = this.newest.get(concept)?.get(span)?.fact;
      if (i >= largestOf && largest !== undefined) return largest;
      if (i >= largestOf && fact !== undefined) return fact;
      if (fact !== undefined && (largest === undefined || Number(fact.value) > Number(largest.value))) largest = fact;
    }
    return largest;
  }
}
