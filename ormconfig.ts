import { createDataSource } from './src/store/dataSource';

/** For TypeORM's own command line only; the server and the tests call createDataSource themselves. */
export default createDataSource(process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres', {
  poolSize: 1,
  statementTimeoutMs: 0,
});
