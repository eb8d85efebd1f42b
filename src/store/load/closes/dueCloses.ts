import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { Closes } from '../../../domain/closes';
import { type Decimal, areEqual } from '../../../domain/decimal';
import { InvalidInput } from '../../../domain/errors';
import { grouped } from '../../../domain/grouped';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import { listingOf } from '../../../domain/securityKey';
import type { CloseOfDay, ClosesReport } from '../../../sources/ClosesReport';
import { type Known, claimedDay, knownOn } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { type DatedVersion, fileRead, versionOfDay } from '../versionOfDay';
import type { SeriesKey } from './seriesOf';

/** Closes of a file, held against what is there. */
export interface DueCloses {
  readonly report: ClosesReport;
  readonly series: SeriesKey;
  readonly days: readonly DatedClose[];
}

/** A close, when it counts as known, and whether it has yet to be added. */
interface DatedClose extends DatedVersion {
  readonly day: CloseOfDay;
}

interface Version extends Known {
  readonly observedOn: IsoDate;
  readonly close: Decimal;
}

/**
 * Which closes of a file are to be added.
 *
 * A raw close is known since its own day, when the market showed it, unless another was known by then: then, and where a day is
 * claimed, it is a later version of that day. Adjusted closes of one file stand on one basis, and those of another, which is
 * adjusted for more, on another: so each file is a series of its own, all of it new or none.
 *
 * @throws {InvalidInput} if a day cannot be, or file and caller say that it was known on different days.
 */
export async function dueCloses(client: PoolClient, request: LoadRequest, report: ClosesReport, sha256: string): Promise<DueCloses> {
  const inOrder = report.days.map(({ observedOn }) => observedOn).sort();
  const last = inOrder.at(-1);
  if (last === undefined) throw new TypeError(`The closes of ${report.symbol} hold no day.`);
  const series = { listing: listingOf(report.symbol, last), source: request.source.key, closes: report.closes };
  return report.closes === Closes.RAW
    ? rawCloses(client, request, report, { ...series, edition: null }, sha256)
    : adjustedCloses(client, request, report, series, last);
}

async function rawCloses(client: PoolClient, request: LoadRequest, report: ClosesReport, series: SeriesKey, sha256: string): Promise<DueCloses> {
  const { symbol } = report;
  const file = { ...(await fileRead(client, request, sha256)), usual: 'MARKET_CLOSE' } as const;
  const stored = grouped(await versionsOf(client, series), ({ observedOn }) => observedOn);
  const dated = (day: CloseOfDay): DatedClose => {
    const { observedOn } = day;
    const claimed = claimedDay(`${symbol} on ${observedOn}`, day.knownOn, request.told.knownOn);
    const isSame = ({ close }: Version) => areEqual(close, day.close);
    return { day, ...versionOfDay({ ...file, about: symbol, observedOn, claimed, versions: stored.get(observedOn) ?? [], isSame }) };
  };
  return { report, series, days: report.days.map(dated) };
}

/** What is there of a series, first known first. */
async function versionsOf(client: PoolClient, { listing, source, closes }: SeriesKey): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT c.observed_on::text AS "observedOn", c.known_on::text AS "knownOn", c.known_on_basis AS "knownOnBasis", c.proven_on::text AS "provenOn", c.close
     FROM close c JOIN price_series s ON s.id = c.series_id
     WHERE s.listing = $1 AND s.source = $2 AND s.closes = $3
     ORDER BY c.known_on, c.load_id`,
    [listing, source, closes],
  );
  return rows;
}

async function adjustedCloses(
  client: PoolClient,
  { told, now }: LoadRequest,
  report: ClosesReport,
  series: Omit<SeriesKey, 'edition'>,
  adjustedThrough: IsoDate,
): Promise<DueCloses> {
  const { symbol, days } = report;
  const [datedOn = null, ...others] = new Set(days.map((day) => claimedDay(`${symbol} on ${day.observedOn}`, day.knownOn, told.knownOn)));
  if (others.length > 0) {
    throw new InvalidInput(`${symbol}: adjusted closes stand on one basis, so they are known since one day, not since several`);
  }
  const edition = { content: contentOf(days), adjustedThrough, datedOn };
  const since = { claimed: datedOn, today: dayInNewYork(now), othersKnownOn: [], usual: 'OWN_DAY' } as const;
  const isThere = await isStored(client, { ...series, edition });
  const dated = days.map((day) => ({ day, ...knownOn({ about: symbol, observedOn: day.observedOn, ...since }), isNew: !isThere }));
  return { report, series: { ...series, edition }, days: dated };
}

/** Whether the same closes are there, undated or proven by the day on which these are said to have been downloaded. */
async function isStored(client: PoolClient, { listing, source, closes, edition }: SeriesKey): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM price_series s WHERE listing = $1 AND source = $2 AND closes = $3 AND content = $4
       AND EXISTS (SELECT FROM close c WHERE c.series_id = s.id AND CASE WHEN $5::date IS NULL THEN s.dated_on IS NULL ELSE c.proven_on <= $5::date END)`,
    [listing, source, closes, edition?.content, edition?.datedOn],
  );
  return rowCount !== 0;
}

/** Tells the closes of one file from those of others, however they are ordered and written. */
function contentOf(days: readonly CloseOfDay[]): string {
  const lines = days.map(({ observedOn, close }) => `${observedOn} ${Number(close)}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
