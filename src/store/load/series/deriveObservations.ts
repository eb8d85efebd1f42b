import type { PoolClient } from 'pg';
import { grouped } from '../../../domain/grouped';
import type { AssumedDays } from '../../../domain/indicators/AssumedDays';
import { type PlacedVintage, type Reach, type Saying, type ValueInterval, VintageFold } from '../../../domain/indicators/VintageFold';
import type { IsoDate } from '../../../domain/isoDate';
import { copyLine, copyLines } from '../copyLines';
import type { Appended } from './appendVintages';
import { assumedDaysOf } from './assumedDaysOf';

/** Later than every place; still a whole number that a double holds. */
const EVER = Number.MAX_SAFE_INTEGER;

/**
 * Derives which vintages of a series are served, and which values they have, after some were added. Where those are the newest the
 * derivation goes on from what stands; else it is done anew, so that the order of loading leaves no trace.
 *
 * @returns The first period that each vintage lacks which is refused for it.
 */
export async function deriveObservations(client: PoolClient, series: string, { vintages, sayings }: Appended): Promise<ReadonlyMap<number, IsoDate>> {
  const before = vintages[0]?.id ?? 0;
  const { rows } = await client.query<{ place: string | null }>('SELECT max(place) AS place FROM vintage WHERE series_code = $1 AND id < $2', [series, before]);
  const newest = Number(rows[0]?.place ?? -Infinity);
  if (vintages.some(({ place }) => place < newest)) return rederiveObservations(client, series);
  const fold = new VintageFold(await openIntervals(client, series), await reachBefore(client, series, before));
  for (const vintage of vintages) fold.add(vintage, sayings.get(vintage.id) ?? []);
  await endIntervals(client, series, fold.ended);
  await store(client, series, fold);
  return fold.lacking;
}

/** The same from nothing but the vintages. */
export async function rederiveObservations(client: PoolClient, series: string): Promise<ReadonlyMap<number, IsoDate>> {
  for (const table of ['observation_interval', 'unserved_vintage']) await client.query(`DELETE FROM ${table} WHERE series_code = $1`, [series]);
  const fold = new VintageFold();
  await addVintages(client, fold, series);
  await store(client, series, fold);
  return fold.lacking;
}

/** Adds to a fold a series' vintages. Values come a part at a time: a long history of them need not be held. */
async function addVintages(client: PoolClient, fold: VintageFold, series: string): Promise<void> {
  const { rows: vintages } = await client.query<VintageRow>(VINTAGES, [series]);
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
  FROM vintage WHERE series_code = $1 ORDER BY place`;

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

/** How far the vintages reach that were served before one; null where none was. */
async function reachBefore(client: PoolClient, series: string, vintage: number): Promise<Reach | null> {
  const { rows } = await client.query<Reach>(
    `SELECT min(first_observed_on)::text AS "earliestOn", max(observed_on)::text AS "latestOn" FROM vintage v
     WHERE series_code = $1 AND id < $2 AND NOT EXISTS (SELECT FROM unserved_vintage u WHERE u.series_code = v.series_code AND u.place = v.place)
     HAVING count(*) > 0`,
    [series, vintage],
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
  await copyLines(client, 'unserved_vintage (series_code, place)', fold.unserved.map(({ place }) => copyLine([series, place])));
  await client.query('DELETE FROM assumed_vintage WHERE series_code = $1', [series]);
  await client.query(ASSUMED, [series]);
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

/** Before all vintages the earliest stands that reaches as far back as any: the later ones are revised further. */
const ASSUMED = `
  INSERT INTO assumed_vintage (series_code, vintage_id, read_at, first_on, last_on)
  SELECT series_code, id, place, first_observed_on, observed_on FROM vintage v
  WHERE series_code = $1 AND NOT EXISTS (SELECT FROM unserved_vintage u WHERE u.series_code = v.series_code AND u.place = v.place)
    AND EXISTS (SELECT FROM observation_interval WHERE series_code = $1 AND assumed_on IS NOT NULL)
  ORDER BY first_observed_on, place LIMIT 1`;
