import type { Input } from './inputs/Input';
import type { Lack } from './Lack';
import type { Anchors } from './ramp';
import type { Fact } from './Reading';
import { DEFAULT_ROLES, type Roles } from './Roles';
import type { Score } from './Score';
import type { IsoDate } from '../domain/isoDate';

/** What part a signal has in the thesis. */
export enum SignalRole {
  /** Both catalysts together, and what confirms them. */
  WHOLE = 'WHOLE',
  /** One of the two that the rotation hinges on. */
  CATALYST = 'CATALYST',
  /** What confirms it. */
  CONFIRMATION = 'CONFIRMATION',
  /** What one of the others is made of. */
  COMPONENT = 'COMPONENT',
  /** What a rotation is measured by; no score is made of it. */
  OUTCOME = 'OUTCOME',
  /** What helps to read the others; no score is made of it. */
  CONTEXT = 'CONTEXT',
}

/** A value, the score that it has, and why. */
type Anchor = readonly [value: number, score: number, reason: string];

/** What a signal measured on a day. */
export interface Measured<Details> {
  readonly value: number;
  /** Null for what is shown and not scored. */
  readonly score: Score | null;
  /** The facts that it rests on; each of the term that `term` names. */
  readonly evidence: readonly (Fact & { readonly term: string })[];
  /** What was measured, as a clause without a full stop. What it speaks for is added to it. */
  readonly clause: string;
  /** Parts that could not be told. */
  readonly missing?: readonly Lack[];
  /** True where what it is of was picked later. */
  readonly isHindsight?: boolean;
  readonly details: Details;
}

/** The day, and the definition's own numbers, or those that somebody asks about. */
interface Scoring<AnchorName extends string = string, WeightName extends string = string> {
  readonly asOf: IsoDate;
  readonly anchors: Readonly<Record<AnchorName, Anchors>>;
  readonly weights: Readonly<Record<WeightName, number>>;
}

/** What a signal is: its text and numbers are served, and its one function is pure. */
export interface Definition<Details = unknown> {
  /** The file's name. */
  readonly key: string;
  /** Goes up whenever the same facts may give another answer. */
  readonly version: number;
  readonly role: SignalRole;
  /** What it is, in a few words, as the subject of a sentence. */
  readonly title: string;
  /** What it measures and why that matters. */
  readonly text: string;
  readonly formula: string;
  readonly unit: string;
  readonly references: readonly string[];
  readonly anchors: Readonly<Record<string, readonly Anchor[]>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly inputs: Readonly<Record<string, Input<unknown>>>;
  /** @returns What was measured, or what is lacking. */
  compute(given: unknown, scoring: Scoring): Measured<Details> | readonly Lack[];
  /** True of the one that is told of the basket and the funds that are meant where none are named: its history alone is stored. */
  readonly hasDefaultRoles: boolean;
  /** The same signal of another basket, or of other funds; itself, where it looks at none. Of the same roles it is always the same one. */
  of(roles: Roles): Definition<Details>;
}

/** The same, with the types of what its function is given. */
interface Typed<Inputs, AnchorName extends string, WeightName extends string, Details> extends Omit<Definition<Details>, 'compute' | 'anchors' | 'weights' | 'references' | 'hasDefaultRoles' | 'of'> {
  readonly references?: readonly string[];
  readonly anchors?: Readonly<Record<AnchorName, readonly Anchor[]>>;
  readonly weights?: Readonly<Record<WeightName, number>>;
  readonly inputs: Inputs & Readonly<Record<string, Input<unknown>>>;
  compute(
    given: { readonly [Name in keyof Inputs]: Inputs[Name] extends Input<infer Value> ? Value : never },
    scoring: Scoring<AnchorName, WeightName>,
  ): Measured<Details> | readonly Lack[];
}

/** Defines a signal; its file's name is its key. One that looks at a basket, or at the funds of small or large caps, is `toldOf` these. */
export function defineSignal<Inputs, Details, AnchorName extends string = never, WeightName extends string = never>(
  definition: Typed<Inputs, AnchorName, WeightName, Details>,
): Definition<Details> {
  const told: Definition<Details> = { references: [], anchors: {}, weights: {}, ...definition, hasDefaultRoles: true, of: () => told };
  return told;
}

/** A signal that is defined by a basket or by funds, itself or by its parts: as it is where none are named, and `of` others. */
export function toldOf<Details>(defined: (roles: Roles) => Definition<Details>): Definition<Details> {
  const known = new WeakMap<Roles, Definition<Details>>();
  const of = (roles: Roles): Definition<Details> => {
    const told = known.get(roles) ?? { ...defined(roles), hasDefaultRoles: roles === DEFAULT_ROLES, of };
    known.set(roles, told);
    return told;
  };
  return of(DEFAULT_ROLES);
}
