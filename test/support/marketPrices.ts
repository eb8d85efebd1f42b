import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { Closes } from '../../src/domain/closes';
import { addDays, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import { deriveChunks } from '../../src/store/load/closes/deriveChunks';
import { inLoad } from '../../src/store/load/inLoad';
import { seriesOf } from '../../src/store/load/closes/seriesOf';
import { Random } from './Random';
import { aDocument, daysOf, type KnownRow } from './rows';

export const PRICED_LISTINGS = ['IWM', 'IVV', 'PX', 'PXF', '^RUT', 'a b'];
const DAYS = ['1989-12-29', '2024-03-28', '2024-06-27', '2024-06-28', '2024-07-01', '2024-07-02', '2024-09-27', '2024-09-30', '2024-12-30', '2024-12-31', '2025-01-02'];
const VALUES = ['100', '100.25', '0.01', '123.456789012345678', '98.7', '1e6'];

interface CloseRow extends KnownRow {
  readonly close: string;
}

interface SeriesRow {
  readonly listing: string;
  readonly closes: Closes;
  readonly source?: string;
  readonly precedence?: number;
  readonly adjustedThrough?: string;
  readonly datedOn?: string | null;
  readonly days: readonly CloseRow[];
}

let editions = 0;

/** A series with its chunks, each close from a document of its own. */
async function aSeries(db: DataSource, { listing, closes, source = 'test', precedence = 10, adjustedThrough, datedOn = null, days }: SeriesRow): Promise<void> {
  editions += 1;
  const edition =
    closes === Closes.RAW ? null : { content: `content ${editions}`, adjustedThrough: isoDate(adjustedThrough ?? ''), datedOn: datedOn === null ? null : isoDate(datedOn) };
  await inLoad(db, async (client: PoolClient) => {
    const id = await seriesOf(client, { listing, source, closes, edition }, precedence);
    for (const day of days) {
      const { load, document } = await aDocument(db, { retrievedOn: day.provenOn ?? day.knownOn ?? day.observedOn });
      await client.query(
        `INSERT INTO close (series_id, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, close) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, ...daysOf(day), document, load, day.close],
      );
    }
    await deriveChunks(client, id, null);
  });
}

/** Fills a database with closes of all kinds, in versions and editions, and with what happened to their shares. */
export async function fillPrices(db: DataSource): Promise<void> {
  const random = new Random(11);
  for (const listing of PRICED_LISTINGS) {
    for (const source of ['csv-prices', 'ohlcv-csv']) if (random.chance(0.7)) await aSeries(db, { listing, closes: Closes.RAW, source, precedence: random.pick([10, 40]), days: rawDays(random) });
    for (const closes of [Closes.TOTAL_RETURN, Closes.TOTAL_RETURN, Closes.SPLIT_ADJUSTED, Closes.MIXED]) if (random.chance(0.6)) await anEdition(db, random, listing, closes);
    for (let count = random.below(5); count > 0; count -= 1) await anAction(db, random, listing);
  }
}

function rawDays(random: Random): readonly CloseRow[] {
  return DAYS.filter(() => random.chance(0.8)).flatMap((observedOn) => {
    const first = { observedOn, basis: KnownOnBasis.MARKET_CLOSE, close: random.pick(VALUES) };
    const knownOn = addDays(isoDate(observedOn), random.pick([1, 20, 200]));
    const basis = random.pick([KnownOnBasis.VINTAGE, KnownOnBasis.FIRST_SEEN]);
    return random.chance(0.25) ? [first, { observedOn, knownOn, basis, close: random.pick(VALUES) }] : [first];
  });
}

/** All closes of one file, up to a day: undated or of a dated download. */
async function anEdition(db: DataSource, random: Random, listing: string, closes: Closes): Promise<void> {
  const adjustedThrough = random.pick(DAYS.slice(3));
  const datedOn = random.chance(0.4) ? addDays(isoDate(adjustedThrough), random.pick([0, 3])) : null;
  const days = DAYS.filter((day) => day <= adjustedThrough && (day === adjustedThrough || random.chance(0.8))).map((observedOn): CloseRow => ({
    ...{ observedOn, close: random.pick(VALUES) },
    ...(datedOn === null ? { basis: KnownOnBasis.LAG_ASSUMED, provenOn: '2025-04-01' } : { knownOn: datedOn, basis: KnownOnBasis.VINTAGE }),
  }));
  await aSeries(db, { listing, closes, source: random.pick(['close-csv', 'yahoo-chart']), precedence: random.pick([20, 30]), adjustedThrough, datedOn, days });
}

async function anAction(db: DataSource, random: Random, listing: string): Promise<void> {
  const kind = random.pick(['SPLIT', 'DIVIDEND', 'DIVIDEND', 'DELISTING']);
  const observedOn = random.pick([...DAYS.slice(1), '2024-06-29', '2025-01-15']);
  const knownOn = addDays(isoDate(observedOn), random.pick([0, 0, 40]));
  const { load, document } = await aDocument(db, { retrievedOn: knownOn });
  const basis = knownOn === observedOn ? KnownOnBasis.MARKET_CLOSE : KnownOnBasis.VINTAGE;
  const [ratio, amount, delistingReturn] = [
    kind === 'SPLIT' ? random.pick(['4', '0.1', '10']) : null,
    kind === 'DIVIDEND' ? random.pick(['0.25', '1', '0.0012']) : null,
    kind === 'DELISTING' ? random.pick([null, '-0.55', '-1', '0.01']) : null,
  ];
  await db.query(
    `INSERT INTO corporate_action (listing, kind, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, precedence, ratio, amount, currency, delisting_return)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [listing, kind, ...daysOf({ observedOn, knownOn, basis }), document, load, random.pick([10, 20]), ratio, amount, kind === 'DIVIDEND' ? random.pick([null, 'USD']) : null, delistingReturn],
  );
}
