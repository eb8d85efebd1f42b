import 'reflect-metadata';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Constituent } from './entities/Constituent';
import { ConstituentList } from './entities/ConstituentList';
import { ExpenseRatio } from './entities/ExpenseRatio';
import { Fund } from './entities/Fund';
import { Holding } from './entities/Holding';
import { Index } from './entities/Index';
import { Load } from './entities/Load';
import { Security } from './entities/Security';
import { SecurityDescription } from './entities/SecurityDescription';
import { Snapshot } from './entities/Snapshot';
import { SnapshotExposure } from './entities/SnapshotExposure';
import { SourceDocument } from './entities/SourceDocument';
import { Valuation } from './entities/Valuation';

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
 * takes longer to compile these statements than they run. The rest makes the text of days, moments and doubles
 * the same on every server.
 *
 * @param url A postgres:// address; the caller owns the DataSource and destroys it.
 */
export function createDataSource(url: string, { poolSize, statementTimeoutMs }: Connections): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [
      ...[Constituent, ConstituentList, ExpenseRatio, Fund, Holding, Index, Load, Security, SecurityDescription],
      ...[Snapshot, SnapshotExposure, SourceDocument, Valuation],
    ],
    migrations: [join(__dirname, '../../migrations/*.{ts,js}')],
    synchronize: false,
    poolSize,
    applicationName: 'catalyst-graph',
    extra: {
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      statement_timeout: statementTimeoutMs,
      ...(statementTimeoutMs === 0 ? {} : { query_timeout: statementTimeoutMs + SILENCE_MS }),
      options: '-c plan_cache_mode=force_generic_plan -c jit=off -c TimeZone=UTC -c DateStyle=ISO -c extra_float_digits=1',
    },
  });
}
