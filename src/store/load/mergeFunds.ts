import type { PoolClient } from 'pg';

/** A fund as a file names it. */
interface NamedFund {
  readonly fund: string;
  readonly fundName: string | null;
}

/**
 * Adds funds that are not shipped. Such a one goes by the name that its files give it, or by its ticker. Where files name it
 * differently the first in the order of letters stands: whichever order they come in, and once for all dates.
 */
export async function mergeFunds(client: PoolClient, named: readonly NamedFund[]): Promise<void> {
  await client.query(
    `INSERT INTO fund (symbol, name)
     SELECT fund, coalesce(min(fund_name COLLATE "C"), fund) FROM unnest($1::text[], $2::text[]) f(fund, fund_name) GROUP BY fund
     ON CONFLICT (symbol) DO UPDATE SET name = EXCLUDED.name
     WHERE fund.issuer IS NULL AND EXCLUDED.name <> fund.symbol
       AND (fund.name = fund.symbol OR EXCLUDED.name < fund.name COLLATE "C")`,
    [named.map(({ fund }) => fund), named.map(({ fundName }) => fundName)],
  );
}
