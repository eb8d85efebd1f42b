import type { PoolClient } from 'pg';
import { grouped } from '../../../domain/grouped';
import type { PlacedVintage, Saying } from '../../../domain/indicators/VintageFold';
import { vintagePlace } from '../../../domain/indicators/vintagePlace';
import type { SeriesValue } from '../../../sources/SeriesReport';
import { copyLine, copyLines } from '../copyLines';
import type { Provenance } from '../defineFactKind';
import type { DatedSeries, DatedVintage } from './datedVintages';

/** A vintage that was appended. */
type AppendedVintage = DatedVintage & PlacedVintage;

/** What was appended of a series. */
export interface Appended {
  /** In the order of their places; their numbers follow each other. */
  readonly vintages: readonly AppendedVintage[];
  /** Each value once, by the number of the first vintage that has it so. */
  readonly sayings: ReadonlyMap<number, readonly Saying[]>;
}

/** Appends a series' new vintages, and each value once for all of them that have it so. */
export async function appendVintages(client: PoolClient, { report, added }: DatedSeries, { loadId, documentId, precedence }: Provenance): Promise<Appended> {
  const { series, values } = report;
  await client.query(`INSERT INTO indicator (code, title, themes) VALUES ($1, $1, '{}') ON CONFLICT DO NOTHING`, [series]);
  await client.query('INSERT INTO series_load (series_code, document_id, load_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [series, documentId, loadId]);
  const numbers = await client.query<{ last: number }>(NUMBERS, [added.length]);
  const firstId = (numbers.rows[0]?.last ?? 0) - added.length + 1;
  const run = { run: loadId, documentId: Number(documentId) };
  const placeOf = ({ knownOn, knownOnBasis, digest }: DatedVintage): number => vintagePlace({ knownOn, knownOnBasis, digest, precedence, loadId });
  const vintages = added.map((vintage, i): AppendedVintage => ({ ...vintage, ...run, id: firstId + i, place: placeOf(vintage) }));
  await copyLines(client, `vintage (${VINTAGE_COLUMNS})`, linesOf(vintages, (vintage) => vintageLine(series, vintage)));

  const { atOrAfter, atOrBefore } = idsByIndex(report.vintages.length, vintages);
  const sayings = grouped(sayingsIn(values, atOrAfter, atOrBefore), ({ firstVintage }) => firstVintage);
  await copyLines(client, 'vintage_value (series_code, observed_on, first_vintage, last_vintage, value)', linesOf(sayings.values(), (some) => valueLines(series, some)));
  return { vintages, sayings };
}

/** Takes as many numbers as there are vintages at once: one load runs at a time. @returns The last. */
const NUMBERS = `
  SELECT setval(sequence, nextval(sequence) + $1::int - 1)::int AS last FROM pg_get_serial_sequence('vintage', 'id') sequence`;

interface FirstSaying extends Saying {
  readonly firstVintage: number;
}

/** The values of the new vintages. */
function* sayingsIn(values: readonly SeriesValue[], atOrAfter: readonly (number | undefined)[], atOrBefore: readonly (number | undefined)[]): Generator<FirstSaying> {
  for (const { observedOn, value, first, last } of values) {
    const [firstVintage, lastVintage] = [atOrAfter[first], atOrBefore[last]];
    if (firstVintage !== undefined && lastVintage !== undefined && firstVintage <= lastVintage) yield { observedOn, value, firstVintage, lastVintage };
  }
}

function* linesOf<Thing>(things: Iterable<Thing>, lineOf: (thing: Thing) => string): Generator<string> {
  for (const thing of things) yield lineOf(thing);
}

/** The lines of one vintage's values. */
const valueLines = (series: string, sayings: readonly FirstSaying[]): string =>
  sayings.map(({ observedOn, value, firstVintage, lastVintage }) => copyLine([series, observedOn, firstVintage, lastVintage, value])).join('\n');

const VINTAGE_COLUMNS = 'id, series_code, first_observed_on, observed_on, known_on, known_on_basis, proven_on, place, observations, digest, document_id, load_id';

const vintageLine = (series: string, vintage: AppendedVintage): string =>
  copyLine([
    ...[vintage.id, series, vintage.firstOn, vintage.lastOn, vintage.knownOn, vintage.knownOnBasis, vintage.provenOn],
    ...[vintage.place, vintage.observations, vintage.digest, vintage.documentId, vintage.run],
  ]);

/** For each place in a file, the first new vintage there or after, and the last there or before. */
function idsByIndex(count: number, vintages: readonly AppendedVintage[]) {
  const atOrAfter: (number | undefined)[] = new Array<undefined>(count).fill(undefined);
  const atOrBefore = [...atOrAfter];
  for (const { index, id } of vintages) atOrAfter[index] = atOrBefore[index] = id;
  for (let i = count - 2; i >= 0; i -= 1) atOrAfter[i] ??= atOrAfter[i + 1];
  for (let i = 1; i < count; i += 1) atOrBefore[i] ??= atOrBefore[i - 1];
  return { atOrAfter, atOrBefore };
}
