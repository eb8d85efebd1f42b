import type { Companies } from '../../signals/inputs/Input';
import type { FactsAbout } from '../../store/load/FactsAbout';

/** Loads that may change which companies are among some, or which company a security is of: that has no date of knowledge. */
export const membershipTouchedBy = ({ of }: { readonly of: Companies }): readonly FactsAbout[] => [
  'basket' in of ? { kind: 'baskets', about: of.basket, isTimeless: true } : { kind: 'holdings', about: of.fund },
  { kind: 'companies', about: null, isTimeless: true },
  { kind: 'tickers', about: null, isTimeless: true },
];
