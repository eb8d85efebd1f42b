import type { Observed } from '../Facts';
import type { Fact } from '../Reading';

/** An observation as a fact of evidence. */
export const observation = (code: string, { vintage, ...observed }: Observed, unit: string, label = `${code} of ${observed.observedOn}`): Fact => ({
  type: 'Observation',
  key: [code, observed.observedOn, 'LEVEL', 'AS_OF', vintage],
  label,
  unit,
  ...observed,
});
