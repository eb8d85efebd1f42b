import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge, KnownOnBasis } from '../../domain/knowledge';
import { asDomainError } from '../databaseErrors';
import { copyLine, copyLines } from '../load/copyLines';
import type { FactsAbout } from '../load/FactsAbout';
import { inLoad } from '../load/inLoad';
import { type Read, Reader } from '../Reader';
import { needName } from './markStale';

/** What is stored of a reading. */
export interface StoredReading {
  readonly key: string;
  readonly asOf: IsoDate;
  readonly version: number;
  readonly value: number | null;
  readonly score: number | null;
  readonly state: string | null;
  readonly knownOnBasis: KnownOnBasis | null;
  readonly isHindsight: boolean;
  readonly inputsHash: string;
}

/** Which days of a signal are stored from now on. */
export interface Coverage {
  readonly key: string;
  readonly versions: string;
  readonly needs: readonly FactsAbout[];
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
}

/**
 * Writes histories, one writer at a time in the whole database. Each call is a transaction of its own, so that a writer that is killed leaves what it has
 * written, all of it true; no load and no reader waits while it computes.
 */
export class HistoryWriter {
  private constructor(
    private readonly db: DataSource,
    private readonly client: PoolClient,
  ) {}

  /** Whether loads have touched what is stored. */
  static async isAnyStale(db: DataSource): Promise<boolean> {
    return (await db.query<unknown[]>('SELECT FROM signal_coverage WHERE stale_from IS NOT NULL LIMIT 1')).length > 0;
  }

  /** @throws {DatabaseUnavailable} if the connection cannot be had or is lost; what was written until then stays. */
  static async inTurn<T>(db: DataSource, use: (writer: HistoryWriter) => Promise<T>): Promise<T> {
    const runner = db.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      while (!(await isMyTurn(client))) await pause(LOOK_EVERY_MS);
      try {
        return await use(new HistoryWriter(db, client));
      } finally {
        await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
      }
    } catch (error) {
      throw asDomainError(error);
    } finally {
      await runner.release();
    }
  }

  /** Reads that all see the same moment. */
  inOneSnapshot<T>(use: (read: Read) => Promise<T>): Promise<T> {
    return new Reader(this.db).inOneSnapshot(use);
  }

  /** What the newest rows of signals on days were computed from, by `placeOf`. */
  async newest(keys: readonly string[], days: readonly IsoDate[], knowledge: Knowledge): Promise<ReadonlyMap<string, Pick<StoredReading, 'version' | 'inputsHash'>>> {
    const { rows } = await this.client.query<Pick<StoredReading, 'key' | 'asOf' | 'version' | 'inputsHash'>>(NEWEST, [keys, days[0] ?? null, days.at(-1) ?? null, knowledge]);
    return new Map(rows.map(({ key, asOf, ...rest }) => [placeOf(key, asOf), rest]));
  }

  /** Adds rows, in their order. */
  async append(readings: readonly StoredReading[], { knowledge, loadId, computedAt }: { readonly knowledge: Knowledge; readonly loadId: string; readonly computedAt: Date }): Promise<void> {
    const lines = readings.map(({ key, asOf, version, value, score, state, knownOnBasis, isHindsight, inputsHash }) =>
      copyLine([key, knowledge, asOf, version, value, score, state, knownOnBasis, String(isHindsight), inputsHash, loadId, computedAt.toISOString()]),
    );
    if (lines.length > 0) await copyLines(this.client, `signal_reading (${COLUMNS})`, lines);
  }

  /**
   * Says which days are stored as of a data version. What a later load has made stale stays so; and of a history that is new, or has other needs than before, no load
   * could tell, so all of it is stale where one came later. Loads stand still meanwhile.
   * @param version The data version that all of these days were computed from, or held against.
   */
  async cover(coverages: readonly Coverage[], knowledge: Knowledge, version: string): Promise<void> {
    const namesOf = (needs: readonly FactsAbout[]): readonly string[] => [...new Set(needs.map(needName))].sort();
    await inLoad(this.db, async (client) => {
      for (const { key, versions, needs, firstOn, lastOn } of coverages) {
        const [dated, timeless] = [namesOf(needs.filter(({ isTimeless }) => isTimeless !== true)), namesOf(needs.filter(({ isTimeless }) => isTimeless === true))];
        await client.query(COVER, [key, knowledge, versions, dated, timeless, firstOn, lastOn, version]);
      }
    });
  }
}

const LOCK = `hashtext('catalyst-graph signals')`;

/** How often a writer that has to wait asks whether it is its turn. */
const LOOK_EVERY_MS = 50;

async function isMyTurn(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ is_mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS is_mine`);
  return rows[0]?.is_mine === true;
}

/** Under what a signal's row of a day is found. */
export const placeOf = (key: string, day: IsoDate): string => `${key} ${day}`;

const COLUMNS = 'signal_key, knowledge, as_of, version, value, score, state, known_on_basis, is_hindsight, inputs_hash, load_id, computed_at';

const NEWEST = `
  SELECT DISTINCT ON (signal_key, as_of) signal_key AS key, as_of::text AS "asOf", version, inputs_hash AS "inputsHash"
  FROM signal_reading WHERE signal_key = ANY ($1::text[]) AND as_of BETWEEN $2::date AND $3::date AND knowledge = $4
  ORDER BY signal_key, as_of, id DESC`;

const COVER = `
  WITH later AS (SELECT max(id) AS id FROM load WHERE outcome = 'ADDED' AND id > $8::bigint)
  INSERT INTO signal_coverage AS c (signal_key, knowledge, versions, needs, timeless_needs, first_on, last_on, stale_from, stale_by)
  SELECT $1, $2, $3, $4, $5, $6, $7, CASE WHEN later.id IS NOT NULL THEN $6::date END, later.id FROM later
  ON CONFLICT (signal_key, knowledge) DO UPDATE SET
    (versions, needs, timeless_needs, first_on, last_on) = (EXCLUDED.versions, EXCLUDED.needs, EXCLUDED.timeless_needs, EXCLUDED.first_on, EXCLUDED.last_on),
    (stale_from, stale_by) = (SELECT s.stale_from, s.stale_by FROM (VALUES
      (EXCLUDED.stale_from, EXCLUDED.stale_by, (c.needs, c.timeless_needs) IS DISTINCT FROM (EXCLUDED.needs, EXCLUDED.timeless_needs)),
      (CASE WHEN c.stale_by > $8::bigint THEN c.stale_from END, CASE WHEN c.stale_by > $8::bigint THEN c.stale_by END, (c.needs, c.timeless_needs) IS NOT DISTINCT FROM (EXCLUDED.needs, EXCLUDED.timeless_needs))
    ) s(stale_from, stale_by, applies) WHERE s.applies)`;
