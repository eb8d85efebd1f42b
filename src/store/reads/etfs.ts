import { type Sql, sql } from '../sql';

export const etfBySymbol = (symbol: unknown): Sql => sql`SELECT * FROM fund WHERE symbol = ${symbol}`;

export interface EtfFilter {
  readonly symbols?: readonly string[] | null;
  readonly issuers?: readonly string[] | null;
  readonly indexCodes?: readonly string[] | null;
}

/** The funds that meet all of the filter; a part left out is met by all. */
export const etfsMatching = ({ symbols, issuers, indexCodes }: EtfFilter): Sql => sql`
  SELECT * FROM fund
  WHERE (${symbols ?? null}::text[] IS NULL OR symbol = ANY (${symbols ?? null}::text[]))
    AND (${issuers ?? null}::text[] IS NULL OR issuer = ANY (${issuers ?? null}::text[]))
    AND (${indexCodes ?? null}::text[] IS NULL OR index_code = ANY (${indexCodes ?? null}::text[]))`;
