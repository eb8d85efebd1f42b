import type { Companies } from '../../signals/inputs/Input';
import type { FactsAbout } from '../../store/load/FactsAbout';

/** Loads that may change which companies are among some, or which company a security is of: that has no date of knowledge. */
export const membershipTouchedBy = ({ of }: { readonly of: Companies }): readonly FactsAbout[] => [
  ...membershipOf(of),
  { kind: 'companies', about: null, isTimeless: true },
  { kind: 'tickers', about: null, isTimeless: true },
];

function membershipOf(of: Companies): readonly FactsAbout[] {
  if ('basket' in of) return [{ kind: 'baskets', about: of.basket, isTimeless: true }];
  return 'fund' in of ? [{ kind: 'holdings', about: of.fund }] : [];
}
