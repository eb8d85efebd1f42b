import 'reflect-metadata';
import { join } from 'node:path';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { loadModules } from '../domain/definitions';

/** Every table: a file in `entities/` whose class is decorated as one. */
const entities: readonly EntityClass[] = loadModules(join(__dirname, 'entities')).flatMap(({ exports }) =>
  Object.values(exports).filter((exported): exported is EntityClass => getMetadataArgsStorage().tables.some(({ target }) => target === exported)),
);

type EntityClass = new () => object;

export interface Connections {
  /** Most connections that are open at once. */
  readonly poolSize: number;
  /** After how long Postgres gives up on a statement; 0 never. Loads and migrations want 0. */
  readonly statementTimeoutMs: number;
}

/** How long after it should have stopped a statement Postgres may stay silent before its connection counts as lost. */
const SILENCE_MS = 5_000;

/**
 * The one pool of connections, TypeORM's. The planner's statements run in it too.
 *
 * A generic plan is forced: `LIMIT $n` would else be planned anew at each execution. JIT
 * takes longer to compile these statements than they run, and workers longer to start. A page is as cheap out of order as in order: it is in memory or on a disk without
 * a head, and few rows are to be found by an index, however many there are. The rest makes the text of days, moments and doubles
 * the same on every server.
 *
 * @param url A postgres:// address; the caller owns the DataSource and destroys it.
 */
export function createDataSource(url: string, { poolSize, statementTimeoutMs }: Connections): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [join(__dirname, '../../migrations/*.{ts,js}')],
    synchronize: false,
    poolSize,
    applicationName: 'catalyst-graph',
    extra: {
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      statement_timeout: statementTimeoutMs,
      ...(statementTimeoutMs === 0 ? {} : { query_timeout: statementTimeoutMs + SILENCE_MS }),
      options: '-c plan_cache_mode=force_generic_plan -c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1 -c TimeZone=UTC -c DateStyle=ISO -c extra_float_digits=1',
    },
  });
}
