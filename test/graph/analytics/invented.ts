import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type Line, type SnapshotRow, aFund, aSnapshot } from '../../support/rows';

/** A line in numbers, as the restated rules take it. */
export interface Told {
  readonly security: string;
  readonly weight: number;
  readonly shares: number | null;
  readonly marketValue: number | null;
  readonly price: number | null;
  readonly sector?: string | null;
  readonly country?: string | null;
  readonly matched?: boolean;
}

const text = (number: number | null): string | null => (number === null ? null : number.toFixed(12));

/** The asset class of a security is the first part of its key. */
export const classOf = (security: string): string => security.split(':')[0] ?? '';

const lineOf = ({ security, weight, shares, marketValue, price, sector = null, country = null, matched = true }: Told): Line => ({
  ...{ security, assetClass: classOf(security), symbol: matched ? (security.split(':')[1] ?? null) : null, sector, country },
  ...{ weight: weight.toFixed(12), shares: text(shares), marketValue: text(marketValue), price: text(price) },
});

export const hold = (db: DataSource, fund: string, observedOn: string, lines: readonly Told[], more: Partial<SnapshotRow> = {}): Promise<string> =>
  aSnapshot(db, { fund, observedOn, lines: lines.map(lineOf), ...more });

let funds = 0;

export async function aNewFund(db: DataSource): Promise<string> {
  const symbol = `FUND${(funds += 1)}`;
  await aFund(db, { symbol });
  return symbol;
}

/** One line by its price and units; null values are those that its document does not give. */
export const told = (security: string, weight: number, shares: number | null, price: number | null, marketValue: number | null = null): Told => ({
  ...{ security, weight, shares, price, marketValue },
});

const SECURITIES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'].map((ticker) => `EQUITY:${ticker}`).concat('CASH:USD', 'MONEY_MARKET:XTSLA', 'FUTURE:RTYZ4');

const words = fc.constantFrom('Energy', 'Banks', 'Utilities', null);

/**
 * Lines of which some are of one security, owed, worthless, or lack units, price or value. Units that are not given
 * come without a value, as in no file that is known.
 */
export const someLines = fc
  .array(
    fc.record({
      security: fc.constantFrom(...SECURITIES),
      units: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(100, 200, 300, 301, 305, 600, 1000, 1530, 4000) }, fc.constantFrom(-50, 0)),
      price: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(1, 2, 4.5, 9.25, 10, 20, 33) }, fc.constant(0)),
      gives: fc.oneof({ weight: 8, arbitrary: fc.constant('all') }, fc.constantFrom('no value', 'no units', 'no price', 'nothing')),
      sector: words,
      country: words,
      matched: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .filter((lines) => lines.reduce((sum, { units, price }) => sum + units * price, 0) > 0)
  .map((lines): readonly Told[] => {
    const total = lines.reduce((sum, { units, price }) => sum + units * price, 0);
    return lines.map(({ security, units, price, gives, sector, country, matched }) => ({
      ...{ security, sector, country, matched, weight: Number(((units * price) / total).toFixed(12)) },
      shares: gives === 'no units' || gives === 'nothing' ? null : units,
      price: gives === 'no price' || gives === 'nothing' ? null : price,
      marketValue: gives === 'all' || gives === 'no price' ? units * price : null,
    }));
  });

export const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0);

/** The items by a key of each. */
export function groupsOf<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
