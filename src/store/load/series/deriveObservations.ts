import type { PoolClient } from 'pg';
import { grouped } from '../../../domain/grouped';
import type { AssumedDays } from '../../../domain/indicators/AssumedDays';
import { type PlacedVintage, type Reach, type Saying, type Served, type ValueInterval, VintageFold } from '../../../domain/indicators/VintageFold';
import type { IsoDate } from '../../../domain/isoDate';
import { copyLine, copyLines } from '../copyLines';
import { assumedDaysOf } from './assumedDaysOf';

/** Later than every place; still a whole number that a double holds. */
const EVER = Number.MAX_SAFE_INTEGER;

/** Before every place. */
const ALWAYS = Number.MIN_SAFE_INTEGER;

/**
 * Derives which vintages of a series are served, and which values they have, after some were added. Where those are the newest the
 * derivation goes on from what stands; else it is done anew, so that the order of loading leaves no trace.
 *
 * @returns The first period that each vintage lacks which is refused for it.
 */
export async function deriveObservations(client: PoolClient, series: string, added: readonly { readonly id: number; readonly place: number }[]): Promise<ReadonlyMap<number, IsoDate>> {
  const firstId = Math.min(...added.map(({ id }) => id));
  const { rows } = await client.query<{ place: string | null }>('SELECT max(place) AS place FROM vintage WHERE series_code = $1 AND id < $2', [series, firstId]);
  const newest = rows[0]?.place ?? null;
  if (newest === null || added.some(({ place }) => place < Number(newest))) return rederiveObservations(client, series);
  const fold = new VintageFold(await openIntervals(client, series), await reachOf(client, series));
  await addVintages(client, fold, series, firstId);
  await endIntervals(client, series, fold.ended);
  await store(client, series, fold);
  return fold.lacking;
}

/** The same from nothing but the vintages. */
export async function rederiveObservations(client: PoolClient, series: string): Promise<ReadonlyMap<number, IsoDate>> {
  for (const table of ['observation_interval', 'served_vintage']) await client.query(`DELETE FROM ${table} WHERE series_code = $1`, [series]);
  const fold = new VintageFold();
  await addVintages(client, fold, series, 0);
  await store(client, series, fold);
  return fold.lacking;
}

/** Adds to a fold a series' vintages from one number on. Values come a part at a time: a long history of them need not be held. */
async function addVintages(client: PoolClient, fold: VintageFold, series: string, fromId: number): Promise<void> {
  const { rows: vintages } = await client.query<VintageRow>(VINTAGES, [series, fromId]);
  for (const some of inParts(vintages)) {
    const { rows } = await client.query<Saying & { vintage: number }>(SAYINGS, [some.map(({ id }) => id)]);
    const byVintage = grouped(rows, ({ vintage }) => vintage);
    for (const vintage of some) fold.add({ ...vintage, place: Number(vintage.place) }, byVintage.get(vintage.id) ?? []);
  }
}

type VintageRow = Omit<PlacedVintage, 'place'> & { readonly place: string; readonly starting: number };

/** How many values are read at once, or those of one vintage. */
const AT_ONCE = 50_000;

function* inParts(vintages: readonly VintageRow[]): Generator<readonly VintageRow[]> {
  let [part, values]: [VintageRow[], number] = [[], 0];
  for (const vintage of vintages) {
    if (part.length > 0 && values + vintage.starting > AT_ONCE) {
      yield part;
      [part, values] = [[], 0];
    }
    part.push(vintage);
    values += vintage.starting;
  }
  if (part.length > 0) yield part;
}

const VINTAGES = `
  SELECT id, place, known_on::text AS "knownOn", known_on_basis AS "knownOnBasis", document_id AS "documentId",
    first_observed_on::text AS "firstOn", observed_on::text AS "lastOn", load_id AS run,
    (SELECT count(*)::int FROM vintage_value WHERE first_vintage = vintage.id) AS starting
  FROM vintage WHERE series_code = $1 AND id >= $2 ORDER BY place`;

const SAYINGS = `
  SELECT first_vintage AS vintage, observed_on::text AS "observedOn", value, last_vintage AS "lastVintage"
  FROM vintage_value WHERE first_vintage = ANY ($1::int[])`;

interface IntervalRow extends Pick<ValueInterval, 'observedOn' | 'value'> {
  readonly placeFrom: string;
  readonly id: number;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: ValueInterval['vintage']['knownOnBasis'];
  readonly documentId: number;
}

async function openIntervals(client: PoolClient, series: string): Promise<readonly ValueInterval[]> {
  const { rows } = await client.query<IntervalRow>(
    `SELECT observed_on::text AS "observedOn", value, place_from AS "placeFrom", vintage_id AS id, known_on::text AS "knownOn",
       known_on_basis AS "knownOnBasis", document_id AS "documentId"
     FROM observation_interval WHERE series_code = $1 AND place_until = $2`,
    [series, EVER],
  );
  return rows.map(({ observedOn, value, placeFrom, ...vintage }) => ({ observedOn, value, placeFrom: Number(placeFrom), placeUntil: null, vintage }));
}

async function reachOf(client: PoolClient, series: string): Promise<Reach | null> {
  const { rows } = await client.query<Reach>(
    `SELECT earliest_on::text AS "earliestOn", latest_on::text AS "latestOn" FROM served_vintage
     WHERE series_code = $1 AND NOT is_assumed ORDER BY place DESC LIMIT 1`,
    [series],
  );
  return rows[0] ?? null;
}

async function endIntervals(client: PoolClient, series: string, ended: readonly ValueInterval[]): Promise<void> {
  await client.query(
    `UPDATE observation_interval o SET place_until = e.until
     FROM unnest($2::date[], $3::bigint[], $4::bigint[]) e(observed_on, since, until)
     WHERE o.series_code = $1 AND o.observed_on = e.observed_on AND o.place_from = e.since`,
    [series, ended.map(({ observedOn }) => observedOn), ended.map(({ placeFrom }) => placeFrom), ended.map(({ placeUntil }) => placeUntil)],
  );
}

async function store(client: PoolClient, series: string, fold: VintageFold): Promise<void> {
  await copyLines(client, `observation_interval (${INTERVAL_COLUMNS})`, intervalLines(series, fold.begun(), await assumedDaysOf(client, series)));
  await copyLines(client, `served_vintage (${SERVED_COLUMNS})`, fold.served.map((served) => servedLine(series, served)));
  await client.query('DELETE FROM served_vintage WHERE series_code = $1 AND is_assumed', [series]);
  await client.query(ASSUMED, [series, ALWAYS]);
}

const INTERVAL_COLUMNS = 'series_code, observed_on, place_from, place_until, value, known_on, known_on_basis, proven_on, assumed_on, assumed_basis, vintage_id, document_id';

function* intervalLines(series: string, intervals: Iterable<ValueInterval>, assumedDays: AssumedDays): Generator<string> {
  for (const { observedOn, value, placeFrom, placeUntil, vintage } of intervals) {
    const { id, knownOn, knownOnBasis, documentId } = vintage;
    const assumed = assumedDays.of(observedOn);
    const days = [knownOn, knownOnBasis, knownOn, assumed?.knownOn ?? null, assumed?.knownOnBasis ?? null];
    yield copyLine([series, observedOn, placeFrom, placeUntil ?? EVER, value, ...days, id, documentId]);
  }
}

const SERVED_COLUMNS = 'series_code, place, vintage_id, is_assumed, read_at, known_on, proven_on, first_on, last_on, earliest_on, latest_on';

const servedLine = (series: string, { vintage, earliestOn, latestOn }: Served): string => {
  const { id, place, knownOn, firstOn, lastOn } = vintage;
  return copyLine([series, place, id, 'f', place, knownOn, knownOn, firstOn, lastOn, earliestOn, latestOn]);
};

/** Before all vintages the earliest stands that reaches as far back as any: the later ones are revised further. */
const ASSUMED = `
  INSERT INTO served_vintage (${SERVED_COLUMNS})
  SELECT series_code, $2, vintage_id, TRUE, read_at, '-infinity', 'infinity', first_on, last_on, first_on, last_on
  FROM served_vintage s
  WHERE series_code = $1 AND EXISTS (SELECT FROM observation_interval WHERE series_code = $1 AND assumed_on IS NOT NULL)
  ORDER BY first_on, place LIMIT 1`;
