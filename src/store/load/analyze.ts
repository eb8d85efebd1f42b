import { factKinds } from './factKinds';

/** Every table that loads fill. */
const TABLES = ['security', 'security_description', 'company', 'company_match', ...factKinds.flatMap(({ tables }) => tables)];

/** Counts what a load brought, for Postgres to plan by; without it fresh rows are guessed at. */
export async function analyze(db: { query(text: string): Promise<unknown> }, tables: readonly string[] = TABLES): Promise<void> {
  await db.query(`ANALYZE ${tables.join(', ')}`);
}
