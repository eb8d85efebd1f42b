import type { IsoDate } from '../../domain/isoDate';
import { listingOf } from '../../domain/securityKey';
import { type Sql, sql } from '../sql';

/** A ticker and the listing that it meant on a day. */
export interface NamedListing {
  readonly symbol: string;
  readonly listing: string;
}

export const namedListings = (symbols: readonly string[], on: IsoDate): readonly NamedListing[] =>
  symbols.map((symbol) => ({ symbol, listing: listingOf(symbol, on) }));

/** A fund's listing: the shipped funds kept their tickers. */
export const listingOfFund = (symbol: unknown): Sql => sql`SELECT ${symbol}::text`;

/** The listings that are a security, by its serial number; none of what has no ticker of its own. */
export const listingsOfSecurity = (securityId: unknown): Sql => sql`
  SELECT split_part(d.listing, ':', 2) FROM security_description d
  WHERE d.security_id = ${securityId} AND split_part(d.listing, ':', 1) IN ('EQUITY', 'FUND')
    AND split_part(d.listing, ':', 2) <> '' AND split_part(d.listing, ':', 3) = ''`;

/** Those tickers that are neither a fund's nor of anything of which a close was ever loaded: `symbol`, in the order given. */
export const unknownAmong = (named: readonly NamedListing[]): Sql => sql`
  SELECT n.symbol FROM unnest(${named.map(({ symbol }) => symbol)}::text[], ${named.map(({ listing }) => listing)}::text[]) WITH ORDINALITY n(symbol, listing, place)
  WHERE NOT EXISTS (SELECT FROM fund f WHERE f.symbol = n.symbol) AND NOT EXISTS (SELECT FROM price_series s WHERE s.listing = n.listing) ORDER BY n.place`;
