import type { IsoDate } from '../domain/isoDate';
import { periodOf } from '../domain/indicators/periods';
import { indicators } from '../domain/indicators/catalog';
import { KnownOnBasis } from '../domain/knowledge';
import type { Facts, Observed } from './Facts';
import type { Anchors } from './ramp';

/** A value that an indicator did not have. */
interface SupposedValue {
  readonly observedOn: IsoDate;
  readonly value: number;
}

/** Numbers in place of a definition's own, by signal, and by the name of the ramp or weight; and values in place of an indicator's published ones, by its code. */
export interface Changes {
  readonly anchors?: Readonly<Record<string, Readonly<Record<string, Anchors>>>>;
  readonly weights?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly observations?: Readonly<Record<string, readonly SupposedValue[]>>;
}

/** The same facts, but for the values that are supposed: in place of that of the same period, else beside the others. */
export function changedFacts(facts: Facts, { observations = {} }: Changes): Facts {
  if (Object.keys(observations).length === 0) return facts;
  return { ...facts, observations: (code, days) => withSupposed(facts.observations(code, days), code, observations[code] ?? [], facts.asOf) };
}

const frequencies = new Map(indicators.map(({ code, frequency }) => [code, frequency]));

function withSupposed(known: readonly Observed[], code: string, supposed: readonly SupposedValue[], asOf: IsoDate): readonly Observed[] {
  const frequency = frequencies.get(code);
  const period = (day: IsoDate): number | string => (frequency === undefined ? day : periodOf(day, frequency));
  const values = new Map(supposed.map((one) => [period(one.observedOn), one]));
  const changed = known.map((one) => ({ ...one, value: values.get(period(one.observedOn))?.value ?? one.value }));
  const there = new Set(known.map(({ observedOn }) => period(observedOn)));
  const added = [...values].flatMap(([one, { observedOn, value }]): readonly Observed[] =>
    there.has(one) ? [] : [{ observedOn, value, vintage: SUPPOSED, knownOn: asOf, knownOnBasis: KnownOnBasis.FIRST_SEEN }],
  );
  return [...changed, ...added].sort((a, b) => (a.observedOn < b.observedOn ? -1 : 1));
}

/** What stands for a vintage that there is not. */
const SUPPOSED = 'supposed';
