import { type EarningsVersion, earningsHistory } from '../../../src/domain/earnings/earningsHistory';
import { EarningsPeriod } from '../../../src/domain/earnings/EarningsState';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';

/** The versions that hold on a day, the oldest period first. */
export const knownOn = (facts: readonly KnownFact[], day: string): readonly EarningsVersion[] =>
  earningsHistory(facts)
    .versions.filter((version) => version.knownOn <= day && (version.knownUntil === null || version.knownUntil > day))
    .sort((a, b) => (a.endOn + a.period < b.endOn + b.period ? -1 : 1));

/** The quarters known on a day, each as `2023Q4`, a transition as `2023T`, with its figures in short. */
export const quartersKnown = (facts: readonly KnownFact[], day: string): Readonly<Record<string, readonly (number | null)[]>> =>
  Object.fromEntries(
    knownOn(facts, day)
      .filter(({ period }) => period !== EarningsPeriod.YEAR)
      .map((version) => [`${version.fiscalYear}${version.fiscalQuarter === null ? 'T' : `Q${version.fiscalQuarter}`}`, figures(version)]),
  );

export const yearsKnown = (facts: readonly KnownFact[], day: string): Readonly<Record<string, readonly (number | null)[]>> =>
  Object.fromEntries(
    knownOn(facts, day)
      .filter(({ period }) => period === EarningsPeriod.YEAR)
      .map((version) => [String(version.fiscalYear), figures(version)]),
  );

const figures = ({ eps, netIncome }: EarningsVersion): readonly (number | null)[] => [eps, netIncome].map((figure) => (figure === null ? null : Number(figure.value)));
