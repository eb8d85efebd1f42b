import type { PoolClient } from 'pg';
import { vintagePlace } from '../../../domain/indicators/vintagePlace';
import { copyLine, copyLines } from '../copyLines';
import type { Provenance } from '../defineFactKind';
import type { DatedSeries, DatedVintage } from './datedVintages';

/** A vintage that was appended. */
export interface AppendedVintage extends DatedVintage {
  readonly id: number;
  readonly place: number;
}

/** Appends a series' new vintages, and each value once for all of them that have it so. */
export async function appendVintages(client: PoolClient, { report, added }: DatedSeries, { loadId, documentId, precedence }: Provenance): Promise<readonly AppendedVintage[]> {
  const { series, values } = report;
  await client.query(`INSERT INTO indicator (code, title, themes) VALUES ($1, $1, '{}') ON CONFLICT DO NOTHING`, [series]);
  const numbers = await client.query<{ id: number }>(NUMBERS, [added.length]);
  const vintages = added.map((vintage, i): AppendedVintage => ({ ...vintage, id: numbers.rows[i]?.id ?? 0, place: vintagePlace({ ...vintage, precedence, loadId }) }));
  await copyLines(client, `vintage (${VINTAGE_COLUMNS})`, vintages.map((vintage) => vintageLine(series, vintage, loadId, documentId)));

  const { atOrAfter, atOrBefore } = idsByIndex(report.vintages.length, vintages);
  const lines = values.flatMap(({ observedOn, value, first, last }) => {
    const [from, to] = [atOrAfter[first], atOrBefore[last]];
    return from === undefined || to === undefined || from > to ? [] : copyLine([series, observedOn, from, to, value]);
  });
  await copyLines(client, 'vintage_value (series_code, observed_on, first_vintage, last_vintage, value)', lines);
  return vintages;
}

/** Their order is that of the vintages, which what is derived from them relies on. */
const NUMBERS = `SELECT nextval(pg_get_serial_sequence('vintage', 'id'))::int AS id FROM generate_series(1, $1::int) ORDER BY 1`;

const VINTAGE_COLUMNS = 'id, series_code, first_observed_on, observed_on, known_on, known_on_basis, proven_on, place, observations, digest, document_id, load_id';

const vintageLine = (series: string, vintage: AppendedVintage, loadId: string, documentId: string): string =>
  copyLine([
    ...[vintage.id, series, vintage.firstOn, vintage.lastOn, vintage.knownOn, vintage.knownOnBasis, vintage.provenOn],
    ...[vintage.place, vintage.observations, vintage.digest, documentId, loadId],
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
