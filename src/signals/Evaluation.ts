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

/** What signals read on one day, each evaluated once, from facts alone. */
export class Evaluation implements Sight {
  private readonly readings = new Map<string, Reading>();

  readonly facts: Facts;

  constructor(
    facts: Facts,
    private readonly changes: Changes = {},
  ) {
    this.facts = changedFacts(facts, changes);
  }

  reading<Details>(definition: Definition<Details>): Reading<Details> {
    const known = this.readings.get(definition.key) ?? this.evaluate(definition);
    this.readings.set(definition.key, known);
    return known as Reading<Details>;
  }

  private evaluate(definition: Definition): Reading {
    const { asOf } = this.facts;
    const given: Record<string, unknown> = {};
    const [lacking, partly]: [Lack[], Lack[]] = [[], []];
    for (const [name, input] of Object.entries(definition.inputs)) {
      const { lack, ...found } = input.read(this);
      given[name] = 'value' in found ? found.value : null;
      if (lack !== undefined) (input.isOptional === true ? partly : lacking).push(lack);
    }
    const measured = lacking.length > 0 ? lacking : definition.compute(given, { asOf, ...this.numbersOf(definition) });
    return isMeasured(measured)
      ? readingOf(definition, measured, [...partly, ...(measured.missing ?? []), ...lackOfParts(given)], given, this.facts)
      : insufficient(definition, [...measured, ...partly], this.facts);
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
  const evidence = [...ownEvidence(key, measured, terms), ...evidenceOfParts(given, terms)];
  const state = measured.score === null ? null : stateOf(score);
  const isHindsight = measured.isHindsight === true || readingsAmong(given).some((part) => part.isHindsight);
  const reading = { key, version, asOf, value, score, state, isPartial: missing.length > 0, missing: distinct(missing), isHindsight, terms, leaves: leavesOf(key, given, terms), evidence, details };
  return { ...reading, knownOnBasis: weakest(evidence), sentence: sentenceOf(definition, measured.clause, reading) };
}

function insufficient(definition: Definition, missing: readonly Lack[], { asOf }: Pick<Facts, 'asOf'>, terms: readonly Term[] = []): Reading {
  const { key, version } = definition;
  const nothing = { value: null, score: null, state: State.INSUFFICIENT_DATA, isPartial: false, isHindsight: false, leaves: [], evidence: [], knownOnBasis: null, details: null };
  const reading = { key, version, asOf, ...nothing, missing: distinct(missing), terms };
  return { ...reading, sentence: sentenceOf(definition, null, reading) };
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

function weakest(evidence: readonly Evidence[]): KnownOnBasis | null {
  const ranks = evidence.map(({ knownOnBasis }) => STRENGTH.indexOf(knownOnBasis));
  return STRENGTH[Math.max(-1, ...ranks)] ?? null;
}

const distinct = (lacks: readonly Lack[]): readonly Lack[] => [...new Map(lacks.map((lack) => [`${lack.input} ${lack.text}`, lack])).values()];
