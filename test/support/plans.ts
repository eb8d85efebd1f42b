import type { DataSource } from 'typeorm';
import { type Sql, write } from '../../src/store/sql';

/** A step of a plan that Postgres ran, in its own words. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What reading a table took, in each place of a plan where it is read. */
interface TableRead {
  readonly step: string;
  readonly loops: number;
  /** Looked at, with those that a filter left out. */
  readonly rows: number;
}

/** How Postgres reads a table to tell a read, which it does. */
export async function readsOf(db: DataSource, table: string, read: Sql): Promise<readonly TableRead[]> {
  const values: unknown[] = [];
  const text = write(read, values);
  const [row] = await db.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }[]>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
  const nodes = nodesOf(row?.['QUERY PLAN'][0]?.Plan as PlanNode).filter((node) => node['Relation Name'] === table);
  return nodes.map((node) => ({ step: node['Node Type'], loops: node['Actual Loops'], rows: (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] }));
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
