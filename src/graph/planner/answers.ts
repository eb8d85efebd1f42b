import type { NodeKey } from '../nodes/nodeId';
import type { Sql } from '../../store/sql';
import type { Page } from './Page';

/**
 * What a field may answer with, beside a plain `Sql`: one row or a list for an object type, one
 * expression for a scalar. Whether it is one or many is said by the field's GraphQL type.
 */
export type Answer = Sql | Lookup | Connection | NodeSet | NodeRefs;

/** A column of an order that is no column of an entity. It is never null. */
export interface OrderColumn {
  readonly name: string;
  readonly pgType: 'numeric' | 'integer' | 'date' | 'text';
  readonly descending: boolean;
}

/** At most one row, asked for by name. No row is null, and a NOT_FOUND error at the field's path, which says what is close to the name. */
export class Lookup {
  constructor(
    readonly rows: Sql,
    readonly kind: string,
    readonly key: string,
    /** Names known at `at` among which one may have been meant: rows of `key`, bounded, told by values alone. Read only where nothing was found. */
    readonly near: Sql,
  ) {}
}

/** Rows in an order, served a page at a time. */
export class Connection {
  constructor(
    readonly rows: Sql,
    /** Columns of `rows`, each with ` desc` where it falls, or written out where no entity has it; together they tell any two rows apart. */
    readonly order: readonly (string | OrderColumn)[],
    readonly page: Page,
    /** What was asked beside the page: a cursor of another question is refused. */
    readonly question: readonly unknown[],
    /** Where false, the whole connection is null. */
    readonly exists?: Sql,
  ) {}
}

/** Nodes by id, of any types and dates, in the order asked; null where there is none. */
export class NodeSet {
  constructor(readonly keys: readonly (NodeKey | null)[]) {}
}

/** Nodes that SQL names, in the order of its rows; null where there is none. */
export class NodeRefs {
  constructor(
    /** Rows of `type`, and `key`: the parts of its natural key, a JSON array of texts. Where they are `dated`, of `as_of` and `knowledge` too. */
    readonly rows: Sql,
    /** The types that `rows` may name. */
    readonly types: readonly string[],
    /** True where each row says where its reader stands; else all stand where the parent's does. */
    readonly areDated = false,
  ) {}
}
