/** How a term comes into a score. */
export enum TermKind {
  /** A part by its weight. */
  INPUT = 'INPUT',
  /** What the greater of two has over their mean. */
  MAX = 'MAX',
  /** What a limit takes away. */
  CAP = 'CAP',
  /** What a veto takes away. */
  VETO = 'VETO',
  /** What a rule that sets the score changes it by. */
  OVERRIDE = 'OVERRIDE',
}

/** A summand of a score. */
export interface Term {
  readonly kind: TermKind;
  /** The part's name, another signal's key among them; or the rule's. */
  readonly key: string;
  /** The share of the weight, of those parts that there are; 0 for a part that is missing and for a rule. */
  readonly weight: number;
  /** What the part's score is of; null for a rule, and where it is missing. */
  readonly value: number | null;
  readonly score: number | null;
  readonly contribution: number;
}

/** A score as the sum of its terms; null where too little is there. */
export interface Score {
  readonly score: number | null;
  readonly terms: readonly Term[];
}

/** One of several that make up a score. */
export interface Part {
  readonly key: string;
  readonly weight: number;
  readonly value: number | null;
  readonly score: number | null;
  /** Where it is made up of others: terms that sum to its score. */
  readonly terms?: readonly Term[];
}

/** The share of the weight that must be there. */
const ENOUGH = 0.6;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** From -1 to 1: shares of a whole, added up, may come to the last digit above it. */
const scoreOfTerms = (terms: readonly Term[]): number => Math.max(-1, Math.min(1, sumOf(terms.map(({ contribution }) => contribution))));

/** The mean of the parts by weight; those without a score are left out, if 60 % of the weight is there without them. */
export function weightedMean(parts: readonly Part[]): Score {
  const there = sumOf(parts.map(({ score, weight }) => (score === null ? 0 : weight)));
  const isEnough = there > 0 && there >= ENOUGH * sumOf(parts.map(({ weight }) => weight));
  const terms = parts.flatMap((part) => termsOf(part, isEnough && part.score !== null ? part.weight / there : 0));
  return { score: isEnough ? scoreOfTerms(terms) : null, terms };
}

function termsOf({ key, value, score, terms }: Part, share: number): readonly Term[] {
  if (terms === undefined) return [{ kind: TermKind.INPUT, key, weight: share, value, score, contribution: share * (score ?? 0) }];
  return terms.map((term) => ({ ...term, weight: share * term.weight, contribution: share * term.contribution }));
}

/** A part whose score is the greater one of its own parts: their mean, and a term for what the greater has over it. */
export function greaterOf(key: string, weight: number, parts: readonly Part[]): Part & Score {
  const scores = parts.flatMap(({ score }) => (score === null ? [] : [score]));
  const terms = parts.flatMap((part) => termsOf(part, part.score === null ? 0 : 1 / scores.length));
  if (scores.length === 0) return { key, weight, value: null, score: null, terms };
  const over = Math.max(...scores) - scoreOfTerms(terms);
  const max: Term = { kind: TermKind.MAX, key, weight: 0, value: null, score: null, contribution: over };
  const all = scores.length === 1 ? terms : [...terms, max];
  return { key, weight, value: null, score: scoreOfTerms(all), terms: all };
}

/** A score, or a part's, held to at most `limit` by a rule; it has a term where it is at work. */
export function atMost<Of extends Score>(scored: Of, limit: number, kind: TermKind.CAP | TermKind.VETO, key: string): Of {
  return scored.score === null || scored.score <= limit ? scored : moved(scored, scored.score, limit, kind, key);
}

/** A score, or a part's, set by a rule; it has a term where it changes something. */
export function setTo<Of extends Score>(scored: Of, to: number, key: string): Of {
  return scored.score === null || scored.score === to ? scored : moved(scored, scored.score, to, TermKind.OVERRIDE, key);
}

function moved<Of extends Score>(scored: Of, from: number, to: number, kind: TermKind, key: string): Of {
  const term: Term = { kind, key, weight: 0, value: null, score: null, contribution: to - from };
  return { ...scored, score: to, terms: [...scored.terms, term] };
}
