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
    const figureOf = (concept: string): KnownFact[] | KnownFact => this.newest.get(concept)?.get(span)?.fact ?? [];
    const rivals = concepts.slice(0, largestOf).flatMap(figureOf);
    return largestOfNewest(rivals) ?? concepts.slice(largestOf).flatMap(figureOf)[0];
  }
}

/** Of the figures that the newest filing among them gives, the largest: a restatement in another concept counts, also where it is lower. */
function largestOfNewest(facts: readonly KnownFact[]): KnownFact | undefined {
  const newest = facts.reduce<KnownFact | undefined>((last, fact) => (last === undefined || isLater(fact, last) ? fact : last), undefined);
  return facts
    .filter((fact) => fact.accession === newest?.accession)
    .reduce<KnownFact | undefined>((most, fact) => (most === undefined || Number(fact.value) > Number(most.value) ? fact : most), undefined);
}

const isLater = (one: KnownFact, other: KnownFact): boolean =>
  one.knownOn === other.knownOn ? one.accession > other.accession : one.knownOn > other.knownOn;
