import type { IsoDate } from '../domain/isoDate';
import type { KnownOnBasis } from '../domain/knowledge';
import type { Dated } from './Facts';
import type { Lack } from './Lack';
import type { Term } from './Score';
import type { State } from './State';

/** A fact that a reading rests on: a node of the graph, by its type and natural key. */
export interface Fact extends Dated {
  readonly type: string;
  readonly key: readonly string[];
  /** What it is, in a few words: `UNRATE, August 2024`. */
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
}

/** A term of a signal that is made of no other signal, and what it comes to in the score of the one at hand. */
export interface Leaf {
  readonly signal: string;
  readonly term: string;
  readonly weight: number;
  readonly score: number | null;
  readonly contribution: number;
}

/** A fact, and what hangs on it. */
export interface Evidence extends Fact {
  /** Of which signal's term it is evidence; several facts may be of one. */
  readonly signal: string;
  readonly term: string;
  /** The term's share of the score, and what it adds to it before caps and the like; 0 where it is only shown. */
  readonly weight: number;
  readonly contribution: number;
}

/** What a signal says on a day. */
export interface Reading<Details = unknown> {
  readonly key: string;
  readonly version: number;
  readonly asOf: IsoDate;
  /** In the signal's unit; null where data lack. */
  readonly value: number | null;
  /** From -1 to 1, where 1 speaks fully for a rotation into small caps; null where data lack, and for what is shown and not scored. */
  readonly score: number | null;
  /** By the score alone; null for what is shown and not scored. */
  readonly state: State | null;
  /** One English sentence that can be checked against the evidence. */
  readonly sentence: string;
  /** True where it is told without some of its inputs. */
  readonly isPartial: boolean;
  readonly missing: readonly Lack[];
  /** True where it rests on a basket whose members were picked later, perhaps for what they did by then. */
  readonly isHindsight: boolean;
  /** They sum to the score. */
  readonly terms: readonly Term[];
  /** The same down to what is no signal itself, without what caps and the like change. */
  readonly leaves: readonly Leaf[];
  readonly evidence: readonly Evidence[];
  /** The weakest ground on which any of the evidence was known; null without evidence. */
  readonly knownOnBasis: KnownOnBasis | null;
  /** What other signals want to know of it beside value and score; null where data lack. */
  readonly details: Details | null;
}
