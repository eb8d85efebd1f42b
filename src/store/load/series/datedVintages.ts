import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { plain } from '../../../domain/decimal';
import { InvalidInput } from '../../../domain/errors';
import { grouped } from '../../../domain/grouped';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import type { SeriesReport, SeriesValue } from '../../../sources/SeriesReport';
import { type NewSince, newSince } from '../defineFactKind';
import { type Known, claimedDay, knownOn } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { assumedDaysOf } from './assumedDaysOf';

/** What one of a file's vintages holds. */
interface Contents {
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
  readonly observations: number;
  readonly digest: string;
}

/** A vintage of a file, and since when it counts as known. */
export interface DatedVintage extends Known, Contents {
  /** Its place in the file. */
  readonly index: number;
}

/** A series of a file, held against what is there of it. */
export interface DatedSeries {
  readonly report: SeriesReport;
  /** The newest of the file's, as it is or will be stored. */
  readonly newest: Known & Pick<Contents, 'firstOn' | 'lastOn'>;
  /** Those that have yet to be added, ascending. */
  readonly added: readonly DatedVintage[];
  /** Since when anything new of it counts as known, assumed days among them; null where nothing is added. */
  readonly newSince: NewSince | null;
}

interface Stored extends Known {
  readonly digest: string;
  readonly isSameDocument: boolean;
}

/**
 * The vintages of a file that are not there yet. A dated one is there if one of its day says the same; an undated file adds nothing if
 * its bytes were read before, or the newest vintage says the same.
 *
 * @throws {InvalidInput} if a day cannot be, or file and caller say different days.
 */
export async function datedVintages(client: PoolClient, { source, told, now }: LoadRequest, report: SeriesReport, sha256: string): Promise<DatedSeries> {
  const { series, vintages } = report;
  const { rows: stored } = await client.query<Stored>(STORED, [series, source.key, sha256]);
  if (vintages.length > 1 && told.knownOn !== undefined) {
    throw new InvalidInput(`${series}: the file has ${vintages.length} vintages, each with a day of its own; no day can be told for all`);
  }
  const today = dayInNewYork(now);
  const dated = contentsOf(report).map((contents): DatedVintage => {
    const claimed = claimedDay(series, vintages[contents.index] ?? null, told.knownOn);
    return { ...contents, ...knownOn({ about: series, observedOn: contents.lastOn, claimed, today, othersKnownOn: [], usual: 'FIRST_SEEN' }) };
  });
  const last = dated.at(-1);
  if (last === undefined) throw new TypeError(`The report of ${series} holds no value.`);

  const isUndated = (vintages[0] ?? null) === null && told.knownOn === undefined;
  const same = isUndated ? (stored.find(({ isSameDocument }) => isSameDocument) ?? stored.slice(-1).find(({ digest }) => digest === last.digest)) : undefined;
  if (same !== undefined) return { report, newest: { ...last, ...daysOf(same) }, added: [], newSince: null };
  const there = new Set(stored.map(({ knownOn: day, digest }) => `${day} ${digest}`));
  const added = dated.filter(({ knownOn: day, digest }) => !there.has(`${day} ${digest}`));
  return { report, newest: last, added, newSince: await vintagesSince(client, series, added) };
}

/**
 * Since when anything of new vintages counts as known. One that comes before the vintage which stands for the time before all of them, or reaches
 * further back than it, may take its place: then since the first day that is assumed.
 */
async function vintagesSince(client: PoolClient, series: string, added: readonly DatedVintage[]): Promise<NewSince | null> {
  const known = newSince(added);
  if (known === null) return null;
  const { rows } = await client.query<{ knownOn: IsoDate; firstOn: IsoDate }>(ASSUMED, [series]);
  const stands = rows[0];
  const replacing = added.filter(({ knownOn: day, firstOn }) => stands === undefined || day <= stands.knownOn || firstOn < stands.firstOn);
  const days = replacing.length === 0 ? undefined : await assumedDaysOf(client, series);
  const assumed = replacing.flatMap(({ firstOn }) => days?.of(firstOn)?.knownOn ?? []);
  return { ...known, knownOn: [known.knownOn, ...assumed].sort()[0] ?? known.knownOn };
}

const ASSUMED = `
  SELECT v.known_on::text AS "knownOn", v.first_observed_on::text AS "firstOn" FROM assumed_vintage s JOIN vintage v ON v.id = s.vintage_id
  WHERE s.series_code = $1`;

const daysOf = ({ knownOn: day, knownOnBasis, provenOn }: Known): Known => ({ knownOn: day, knownOnBasis, provenOn });

const STORED = `
  SELECT v.known_on::text AS "knownOn", v.known_on_basis AS "knownOnBasis", v.proven_on::text AS "provenOn", v.digest,
    d.source = $2 AND d.sha256 = $3 AS "isSameDocument"
  FROM vintage v JOIN source_document d ON d.id = v.document_id
  WHERE v.series_code = $1 ORDER BY v.place`;

/** What each of a report's vintages holds, told from what changes from one to the next; none for one that holds nothing. */
function contentsOf({ vintages, values }: SeriesReport): readonly (Contents & { readonly index: number })[] {
  const starting = grouped(values, ({ first }) => first);
  const ending = grouped(values, ({ last }) => last + 1);
  const contents: (Contents & { readonly index: number })[] = [];
  const periods = new Span();
  let sum = 0n;
  for (let index = 0; index < vintages.length; index += 1) {
    for (const value of starting.get(index) ?? []) {
      periods.add(value.observedOn);
      sum += hashOf(value);
    }
    for (const value of ending.get(index) ?? []) {
      periods.remove(value.observedOn);
      sum -= hashOf(value);
    }
    const { first, last, size } = periods;
    if (first !== null && last !== null) contents.push({ index, firstOn: first, lastOn: last, observations: size, digest: digestOf(sum) });
  }
  return contents;
}

/** A sum of hashes changes by what changes, and does not depend on the order of the rows. */
const hashOf = ({ observedOn, value }: SeriesValue): bigint =>
  BigInt(`0x${createHash('sha256').update(`${observedOn} ${value === null ? '' : plain(value)}`).digest('hex').slice(0, 32)}`);

const digestOf = (sum: bigint): string => BigInt.asUintN(128, sum).toString(16).padStart(32, '0');

/** Some days, the first and the last of them. One that was added twice has to be removed twice. */
class Span {
  private readonly days = new Map<IsoDate, number>();
  first: IsoDate | null = null;
  last: IsoDate | null = null;

  get size(): number {
    return this.days.size;
  }

  add(day: IsoDate): void {
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
    this.include(day);
  }

  remove(day: IsoDate): void {
    const left = (this.days.get(day) ?? 0) - 1;
    if (left > 0) this.days.set(day, left);
    else this.days.delete(day);
    if (left > 0 || (day !== this.first && day !== this.last)) return;
    this.first = this.last = null;
    for (const other of this.days.keys()) this.include(other);
  }

  private include(day: IsoDate): void {
    if (this.first === null || day < this.first) this.first = day;
    if (this.last === null || day > this.last) this.last = day;
  }
}
