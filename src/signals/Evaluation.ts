import { KnownOnBasis } from '../domain/knowledge';
import { type Changes, changedFacts } from './Changes';
import type { Definition, Measured } from './defineSignal';
import type { Facts } from './Facts';
import type { Sight } from './inputs/Input';
import type { Lack } from './Lack';
import type { Evidence, Leaf, Reading } from './Reading';
import { type Term, TermKind } from './Score';
import { sentenceOf } from './sentenceOf';
import { State, stateOf } from './State';
import { Trace } from './Trace';

/** What signals read on one day, each evaluated once, from facts alone. */
export class Evaluation implements Sight {
  private readonly readings = new Map<Definition, Reading>();
  private readonly traces: Map<string, Trace> | null;
  private hasAskedSpare = false;

  readonly facts: Facts;

  constructor(
    facts: Facts,
    private readonly changes: Changes = {},
    /** True to note what each signal reads. */
    isTraced = false,
  ) {
    this.facts = changedFacts(facts, changes);
    this.traces = isTraced ? new Map() : null;
  }

  reading<Details>(definition: Definition<Details>): Reading<Details> {
    const known = this.readings.get(definition) ?? this.evaluate(definition);
    this.readings.set(definition, known);
    return known as Reading<Details>;
  }

  /** Whether a signal's function asked anything of what need not be read before. */
  get asksForMore(): boolean {
    return this.hasAskedSpare;
  }

  /**
   * The same on two evaluations of a day in which a signal's function, and those of the signals that it is made of, were told the same.
   * @throws {TypeError} unless the evaluation is a traced one.
   */
  inputsHash(definition: Definition): string {
    this.reading(definition);
    const trace = this.traces?.get(definition.key);
    if (trace === undefined) throw new TypeError('What an evaluation reads is noted only where it is asked for.');
    return trace.hash();
  }

  private evaluate(definition: Definition): Reading {
    const { asOf } = this.facts;
    const given: Record<string, unknown> = {};
    const [lacking, partly]: [Lack[], Lack[]] = [[], []];
    const trace = this.traceOf(definition);
    for (const [name, input] of Object.entries(definition.inputs)) {
      const { lack, ...found } = input.read(this);
      const value = 'value' in found ? (input.isSpare === true ? this.watched(found.value) : found.value) : null;
      given[name] = trace === undefined || input.need.kind === 'signal' ? value : trace.note(name, value);
      if (lack === undefined) continue;
      trace?.note(name, lack);
      (input.isOptional === true ? partly : lacking).push(lack);
    }
    const measured = lacking.length > 0 ? lacking : definition.compute(given, { asOf, ...this.numbersOf(definition) });
    return isMeasured(measured)
      ? readingOf(definition, measured, [...partly, ...(measured.missing ?? []), ...lackOfParts(given)], given, this.facts)
      : insufficient(definition, [...measured, ...partly], this.facts);
  }

  /** The same function, of which it is noted that it was asked. */
  private watched(value: unknown): unknown {
    if (typeof value !== 'function') throw new TypeError('Only of what answers questions can it be noted whether any was asked.');
    const answer = value as (...asked: readonly unknown[]) => unknown;
    return (...asked: readonly unknown[]) => {
      this.hasAskedSpare = true;
      return answer(...asked);
    };
  }

  private traceOf({ key, version, inputs }: Definition): Trace | undefined {
    if (this.traces === null) return undefined;
    const trace = new Trace();
    trace.note(key, version);
    for (const { need } of Object.values(inputs)) if (need.kind === 'signal') trace.note(need.definition.key, this.inputsHash(need.definition));
    this.traces.set(key, trace);
    return trace;
  }

  private numbersOf({ key, anchors, weights }: Definition) {
    const own = Object.entries(anchors).map(([name, points]) => [name, points.map(([value, score]) => [value, score] as const)] as const);
    return {
      anchors: { ...Object.fromEntries(own), ...this.changes.anchors?.[key] },
      weights: { ...weights, ...this.changes.weights?.[key] },
    };
  }
}

const isMeasured = (measured: Measured<unknown> | readonly Lack[]): measured is Measured<unknown> => 'value' in measured;

/** What the signals among the inputs had to do without. */
const lackOfParts = (given: Readonly<Record<string, unknown>>): readonly Lack[] => readingsAmong(given).flatMap(({ missing }) => missing);

const readingsAmong = (given: Readonly<Record<string, unknown>>): readonly Reading[] =>
  Object.values(given).filter((value): value is Reading => typeof value === 'object' && value !== null && 'terms' in value && 'state' in value);

function readingOf(definition: Definition, measured: Measured<unknown>, missing: readonly Lack[], given: Readonly<Record<string, unknown>>, { asOf }: Facts): Reading {
  const { value, details } = measured;
  const { score, terms } = measured.score ?? { score: null, terms: [] };
  if (measured.score !== null && score === null) return insufficient(definition, missing, { asOf }, terms);
  const { key, version } = definition;
  const state = measured.score === null ? null : stateOf(score);
  const isHindsight = measured.isHindsight === true || readingsAmong(given).some((part) => part.isHindsight);
  const brief = { key, version, asOf, value, score, state, isPartial: missing.length > 0, missing: distinct(missing), isHindsight, terms, details };
  const bases = [...measured.evidence, ...readingsAmong(given)].map(({ knownOnBasis }) => knownOnBasis);
  return withDetail({ ...brief, knownOnBasis: weakest(bases) }, {
    leaves: () => leavesOf(key, given, terms),
    evidence: () => [...ownEvidence(key, measured, terms), ...evidenceOfParts(given, terms)],
    sentence: () => sentenceOf(definition, measured.clause, brief),
  });
}

type Detail = 'leaves' | 'evidence' | 'sentence';

/** A reading of which some is told when it is asked for: a history of thousands asks for none of it. */
function withDetail(brief: Omit<Reading, Detail>, tell: { readonly [Property in Detail]: () => Reading[Property] }): Reading {
  const told: { -readonly [Property in Detail]?: Reading[Property] } = {};
  return {
    ...brief,
    get leaves() {
      return (told.leaves ??= tell.leaves());
    },
    get evidence() {
      return (told.evidence ??= tell.evidence());
    },
    get sentence() {
      return (told.sentence ??= tell.sentence());
    },
  };
}

function insufficient(definition: Definition, missing: readonly Lack[], { asOf }: Pick<Facts, 'asOf'>, terms: readonly Term[] = []): Reading {
  const { key, version } = definition;
  const nothing = { value: null, score: null, state: State.INSUFFICIENT_DATA, isPartial: false, isHindsight: false, knownOnBasis: null, details: null };
  const brief = { key, version, asOf, ...nothing, missing: distinct(missing), terms };
  return withDetail(brief, { leaves: () => [], evidence: () => [], sentence: () => sentenceOf(definition, null, brief) });
}

const inputTerm = (terms: readonly Term[], name: string): Term | undefined => terms.find(({ kind, key }) => kind === TermKind.INPUT && key === name);

/** The terms of the score, those that are signals by what these are made of. */
function leavesOf(signal: string, given: Readonly<Record<string, unknown>>, terms: readonly Term[]): readonly Leaf[] {
  const parts = new Map(readingsAmong(given).map((part) => [part.key, part]));
  return terms.flatMap(({ kind, key, weight, score, contribution }) => {
    if (kind !== TermKind.INPUT) return [];
    const leaves = parts.get(key)?.leaves ?? [{ signal, term: key, weight: 1, score, contribution: score ?? 0 }];
    return leaves.map((leaf) => ({ ...leaf, weight: leaf.weight * weight, contribution: parts.has(key) ? leaf.contribution * weight : contribution }));
  });
}

function ownEvidence(signal: string, { evidence }: Measured<unknown>, terms: readonly Term[]): readonly Evidence[] {
  return evidence.map((fact) => {
    const term = inputTerm(terms, fact.term);
    return { ...fact, signal, weight: term?.weight ?? 0, contribution: term?.contribution ?? 0 };
  });
}

/** The evidence of the signals that the score is made of, by their weight in it. */
const evidenceOfParts = (given: Readonly<Record<string, unknown>>, terms: readonly Term[]): readonly Evidence[] =>
  readingsAmong(given).flatMap((part) => {
    const weight = inputTerm(terms, part.key)?.weight ?? 0;
    return part.evidence.map((one) => ({ ...one, weight: one.weight * weight, contribution: one.contribution * weight }));
  });

const STRENGTH: readonly KnownOnBasis[] = Object.values(KnownOnBasis);

/** That of the evidence, which is its own and that of its parts. */
function weakest(bases: readonly (KnownOnBasis | null)[]): KnownOnBasis | null {
  const ranks = bases.map((basis) => (basis === null ? -1 : STRENGTH.indexOf(basis)));
  return STRENGTH[Math.max(-1, ...ranks)] ?? null;
}

const distinct = (lacks: readonly Lack[]): readonly Lack[] => [...new Map(lacks.map((lack) => [`${lack.input} ${lack.text}`, lack])).values()];
