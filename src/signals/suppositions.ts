import { InvalidInput } from '../domain/errors';
import type { IsoDate } from '../domain/isoDate';
import type { Changes } from './Changes';
import type { Definition } from './defineSignal';
import { partsOf } from './partsOf';
import type { Anchors } from './ramp';
import { signalByKey, signals } from './signals';

/** A weight in place of a definition's own. */
export interface SupposedWeight {
  readonly signal: string;
  readonly part: string;
  readonly weight: number;
}

/** Anchors in place of a definition's own. */
export interface SupposedAnchors {
  readonly signal: string;
  readonly term: string;
  readonly points: readonly { readonly value: number; readonly score: number }[];
}

/** An indicator's value in place of the published one, or of a period that has none. */
export interface SupposedObservation {
  readonly code: string;
  readonly observedOn: IsoDate;
  readonly value: number;
}

/** What somebody supposes, as asked. */
export interface Suppositions {
  readonly weights: readonly SupposedWeight[];
  readonly anchors: readonly SupposedAnchors[];
  readonly observations: readonly SupposedObservation[];
}

/** Most points of a ramp, and most suppositions of a kind. */
const MOST_POINTS = 20;
const MOST = 50;

/**
 * What is supposed, as an evaluation takes it.
 * @throws {NotFound} for a signal that there is not. @throws {InvalidInput} for a part, term or indicator that it does not have, and for numbers with which nothing can be told.
 */
export function changesOf({ weights, anchors, observations }: Suppositions): Changes {
  for (const [name, { length }] of Object.entries({ weights, anchors, observations })) if (length > MOST) refuse(`'${name}' holds ${length}: expected at most ${MOST}.`);
  weights.forEach(checkWeight);
  anchors.forEach(checkAnchors);
  observations.forEach(checkObservation);
  refuseTwice('weights', weights.map(({ signal, part }) => `${part} of ${signal}`));
  refuseTwice('anchors', anchors.map(({ signal, term }) => `${term} of ${signal}`));
  refuseTwice('observations', observations.map(({ code, observedOn }) => `${code} of ${observedOn}`));
  const changes = {
    weights: bySignal(weights, ({ part, weight }) => [part, weight]),
    anchors: bySignal(anchors, ({ term, points }): readonly [string, Anchors] => [term, points.map(({ value, score }) => [value, score])]),
    observations: Object.fromEntries(observations.map(({ code }) => [code, observations.filter((one) => one.code === code)])),
  };
  for (const [key, changed] of Object.entries(changes.weights)) {
    const left = Object.values({ ...signalByKey(key).weights, ...changed });
    if (left.every((weight) => weight === 0)) refuse(`'weights' leaves ${key} without any weight: expected one above 0.`);
  }
  return changes;
}

/** Those suppositions that concern a signal or what it is made of, in words. */
export function wordsOf({ weights, anchors, observations }: Suppositions, definition: Definition): readonly string[] {
  const parts = partsOf([definition]);
  const keys = new Set([...parts].map(({ key }) => key));
  const codes = new Set(codesOf(parts));
  return [
    ...weights.filter(({ signal }) => keys.has(signal)).map(({ signal, part, weight }) => `${part} of ${signal} weighed ${weight}`),
    ...anchors.filter(({ signal }) => keys.has(signal)).map(({ signal, term, points }) => `${term} of ${signal} scored ${points.map(({ value, score }) => `${score} at ${value}`).join(', ')}`),
    ...observations.filter(({ code }) => codes.has(code)).map(({ code, observedOn, value }) => `${code} of ${observedOn} were ${value}`),
  ];
}

function checkWeight({ signal, part, weight }: SupposedWeight): void {
  const { weights } = signalByKey(signal);
  refuseOther('weights', 'part', signal, part, Object.keys(weights));
  if (!Number.isFinite(weight) || weight < 0) refuse(`'weights' gives ${part} of ${signal} the weight ${weight}: expected a finite number, 0 or more.`);
}

function checkAnchors({ signal, term, points }: SupposedAnchors): void {
  const place = `'anchors' gives ${term} of ${signal}`;
  refuseOther('anchors', 'term', signal, term, Object.keys(signalByKey(signal).anchors));
  if (points.length < 1 || points.length > MOST_POINTS) refuse(`${place} ${points.length} points: expected 1 to ${MOST_POINTS}.`);
  points.forEach(({ value, score }, i) => {
    const before = points[i - 1]?.value ?? -Infinity;
    if (!Number.isFinite(value)) refuse(`${place} a point at ${value}: expected a finite number.`);
    if (value <= before) refuse(`${place} a point at ${value} after one at ${before}: expected rising values.`);
    if (!(Math.abs(score) <= 1)) refuse(`${place} the score ${score} at ${value}: expected -1 to 1.`);
  });
}

function checkObservation({ code, observedOn, value }: SupposedObservation): void {
  const codes = codesOf(new Set(signals.values()));
  if (!codes.includes(code)) refuse(`'observations' names the indicator '${code}': expected one that signals read: ${codes.join(', ')}.`);
  if (!Number.isFinite(value)) refuse(`'observations' gives ${code} of ${observedOn} the value ${value}: expected a finite number.`);
}

const codesOf = (parts: ReadonlySet<Definition>): readonly string[] =>
  [...new Set([...parts].flatMap(({ inputs }) => Object.values(inputs).flatMap(({ need }) => (need.kind === 'observations' ? [need.code] : []))))].sort();

function refuseOther(list: string, kind: string, signal: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  refuse(`'${list}' names the ${kind} '${name}' of ${signal}: expected ${known.length === 0 ? `another signal, since it has no ${list}` : `one of ${known.join(', ')}`}.`);
}

function refuseTwice(list: string, names: readonly string[]): void {
  const again = names.find((name, i) => names.indexOf(name) !== i);
  if (again !== undefined) refuse(`'${list}' names ${again} twice: expected it once.`);
}

const bySignal = <Supposed extends { readonly signal: string }, Value>(list: readonly Supposed[], entry: (one: Supposed) => readonly [string, Value]) =>
  Object.fromEntries(list.map(({ signal }) => [signal, Object.fromEntries(list.filter((one) => one.signal === signal).map(entry))]));

function refuse(message: string): never {
  throw new InvalidInput(message);
}
