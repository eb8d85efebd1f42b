import type { PoolClient } from 'pg';
import { baskets } from '../../../domain/baskets';
import { InvalidInput } from '../../../domain/errors';
import type { IsoDate } from '../../../domain/isoDate';
import { listingOf } from '../../../domain/securityKey';
import type { BasketLine, BasketsReport } from '../../../sources/BasketsReport';
import { type Known, claimedDay } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { type DatedVersion, fileRead, versionOfDay } from '../versionOfDay';

/** A stay in a basket, of which listings, when it counts as known, and whether it has yet to be added. */
export interface DatedMember extends DatedVersion {
  readonly line: BasketLine;
  readonly listing: string;
  readonly standsFor: string | null;
  readonly observedOn: IsoDate;
}

interface Version extends Known {
  readonly stay: string;
  readonly until: IsoDate | null;
  readonly standsFor: string | null;
}

/**
 * The stays of a file, held against what is there. A stay is observed on its first day, or on the day since which it is known where it begins later
 * or has no beginning. A symbol means what it does on the day since which the row is known.
 *
 * @throws {InvalidInput} if a basket is one of the shipped, a day lies ahead, or file and caller say that it was known on different days.
 */
export async function datedMembers(client: PoolClient, request: LoadRequest, { lines }: BasketsReport, sha256: string): Promise<readonly DatedMember[]> {
  const shipped = lines.find(({ basket }) => baskets.some(({ key }) => key === basket));
  if (shipped !== undefined) throw new InvalidInput(`the basket '${shipped.basket}' is shipped: give yours another key`);
  const file = await fileRead(client, request, sha256);
  const stored = await versionsOf(client, [...new Set(lines.map(({ basket }) => basket))], request.source.key);
  return lines.map((line) => {
    const about = `${line.symbol} in ${line.basket}`;
    const claimed = claimedDay(about, line.knownOn, request.told.knownOn);
    const since = claimed ?? file.today;
    const observedOn = line.from !== null && line.from < since ? line.from : since;
    const listing = listingOf(line.symbol, since);
    const standsFor = line.standsFor === null ? null : listingOf(line.standsFor, since);
    const versions = stored.filter(({ stay }) => stay === stayOf(line.basket, listing, line.from));
    const isSame = (version: Version) => version.until === line.until && version.standsFor === standsFor;
    return { line, listing, standsFor, observedOn, ...versionOfDay({ ...file, about, observedOn, claimed, versions, isSame }) };
  });
}

const stayOf = (basket: string, listing: string, from: IsoDate | null): string => [basket, listing, from ?? '-'].join(' ');

/** What is there of baskets from one source, first known first. */
async function versionsOf(client: PoolClient, keys: readonly string[], source: string): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT concat_ws(' ', m.basket_key, m.listing, coalesce(m.member_from::text, '-')) AS stay, m.member_until::text AS until, m.stands_for AS "standsFor",
       m.known_on::text AS "knownOn", m.known_on_basis AS "knownOnBasis", m.proven_on::text AS "provenOn"
     FROM basket_member m JOIN source_document d ON d.id = m.document_id
     WHERE m.basket_key = ANY ($1::text[]) AND d.source = $2
     ORDER BY m.known_on, m.load_id`,
    [keys, source],
  );
  return rows;
}
