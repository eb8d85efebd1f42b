import type { Close } from '../Facts';
import type { Fact } from '../Reading';
import type { Held } from './heldOver';

/** A close as a fact of evidence: on the shares of the day of the reading, dividends reinvested. */
const close = (name: string, listing: string, series: readonly string[], { value, ...dated }: Close): Fact => ({
  type: 'ClosingPrice',
  key: [listing, ...series, dated.observedOn, 'TOTAL_RETURN'],
  label: `${name} at the close of ${dated.observedOn}`,
  value,
  unit: 'USD, dividends reinvested',
  ...dated,
});

/** The two closes that a return lies between. */
export const closesHeld = (name: string, { listing, series, from, to }: Held): readonly Fact[] => [from, to].map((one) => close(name, listing, series, one));
