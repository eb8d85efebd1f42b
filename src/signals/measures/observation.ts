import type { Observed } from '../Facts';
import type { Fact } from '../Reading';

/** An observation as a fact of evidence. */
export const observation = (code: string, observed: Observed, unit: string, label = `${code} of ${observed.observedOn}`): Fact => ({
  type: 'Observation',
  key: [code, observed.observedOn],
  label,
  unit,
  ...observed,
});
