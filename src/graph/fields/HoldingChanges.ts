import { Args, ArgsType, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Snapshot } from '../../store/entities/Snapshot';
import { changeSummaries, changeTotals, changesBetween } from '../../store/reads/holdingChanges';
import { snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { HoldingChangeConnection } from './connectionTypes';
import { HoldingChangeKind } from './HoldingChange';
import { Missing, missingOf } from './Missing';
import { areKnown } from './areKnown';

@ObjectType({ simpleResolvers: true, description: "What changed in a fund's holdings between two days." })
export class HoldingChanges {
  fromId!: number | null;
  toId!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What the changes of one kind sum to.' })
class HoldingChangeSummary {
  @Field(() => HoldingChangeKind, { description: 'The kind.' })
  kind!: HoldingChangeKind;

  @Field(() => Int, { description: 'How many securities.' })
  securities!: number;

  @Field(() => Int, { description: 'Lines of the earlier document that hold them; over all kinds, every line of it.' })
  linesBefore!: number;

  @Field(() => Int, { description: 'Lines of the later document that hold them; over all kinds, every line of it.' })
  linesAfter!: number;

  @Field(() => Float, { description: 'Their weight in the earlier snapshot, as a fraction.' })
  weightBefore!: string;

  @Field(() => Float, { description: 'Their weight in the later snapshot, as a fraction.' })
  weightAfter!: string;

  @Field(() => Float, { nullable: true, description: 'Sum of `drift` where it can be told, as a fraction; null where it cannot of any.' })
  drift!: string | null;

  @Field(() => Float, { nullable: true, description: 'Sum of `traded` where it can be told, as a fraction; null where it cannot of any.' })
  traded!: string | null;
}

@ArgsType()
class ChangeArguments extends Page {
  @Field(() => [HoldingChangeKind], { nullable: true, description: 'Only these kinds; all where left out.' })
  readonly kinds?: HoldingChangeKind[] | null;
}

@Resolver(() => HoldingChanges)
export class HoldingChangesFields {
  @FieldResolver(() => Snapshot, { nullable: true, description: 'The earlier snapshot; null where none of that day is known.' })
  from(@Root() { fromId }: Row<HoldingChanges>): Sql {
    return snapshotById(fromId);
  }

  @FieldResolver(() => Snapshot, { nullable: true, description: 'The later snapshot; null where none of that day is known.' })
  to(@Root() { toId }: Row<HoldingChanges>): Sql {
    return snapshotById(toId);
  }

  @FieldResolver(() => HoldingChangeConnection, {
    nullable: true,
    description: 'Each security that either snapshot holds, once: what was traded most first. A new ticker, name or sector is no change. Null unless both snapshots are known.',
  })
  @Paged({ cap: 3_000 })
  changes(@Root() { fromId, toId }: Row<HoldingChanges>, @Args(() => ChangeArguments) page: ChangeArguments): Connection {
    const all = changesBetween(fromId, toId);
    const rows = page.kinds ? sql`SELECT * FROM (${all}) c WHERE kind = ANY (${page.kinds}::text[])` : all;
    return new Connection(rows, [{ name: 'magnitude', pgType: 'numeric', descending: true }, 'security_key'], page, [page.kinds], areKnown(fromId, toId));
  }

  @FieldResolver(() => [HoldingChangeSummary], { description: 'The changes by kind, a kind without any left out; empty unless both snapshots are known.' })
  @Sized({ size: 6 })
  summary(@Root() { fromId, toId }: Row<HoldingChanges>): Sql {
    return sql`SELECT * FROM (${changeSummaries(fromId, toId)}) s WHERE ${areKnown(fromId, toId)}`;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'One-way turnover: half the sum of what was traded of every security, as a fraction of the fund. Null unless both snapshots are known, and where no trading can be told.',
  })
  turnover(@Root() { fromId, toId }: Row<HoldingChanges>): Sql {
    return sql`SELECT turnover FROM (${changeTotals(fromId, toId)}) t WHERE ${areKnown(fromId, toId)}`;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The weight in the earlier snapshot of which drift and trading can be told apart, as a fraction. Null unless both snapshots are known.',
  })
  coverage(@Root() { fromId, toId }: Row<HoldingChanges>): Sql {
    return sql`SELECT coalesce(coverage, 0) FROM (${changeTotals(fromId, toId)}) t WHERE ${areKnown(fromId, toId)}`;
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 5 })
  missing(@Root() { fromId, toId }: Row<HoldingChanges>): Sql {
    const both = areKnown(fromId, toId);
    return missingOf({ from: sql`${fromId}::int IS NOT NULL`, to: sql`${toId}::int IS NOT NULL`, changes: both, coverage: both, turnover: sql`SELECT turnover IS NOT NULL FROM (${changeTotals(fromId, toId)}) t WHERE ${both}` });
  }
}
