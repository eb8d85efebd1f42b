import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Fund } from '../../store/entities/Fund';
import { Index } from '../../store/entities/Index';
import { Snapshot } from '../../store/entities/Snapshot';
import { holdingsOf } from '../../store/reads/holdings';
import { indexByCode } from '../../store/reads/indices';
import { snapshotAt } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { HoldingConnection } from './connectionTypes';
import { HoldingArguments, holdingOrders } from './HoldingArguments';

enum MissingReason {
  NOT_KNOWN_YET = 'NOT_KNOWN_YET',
}

registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why a value is null.',
  valuesConfig: { NOT_KNOWN_YET: { description: 'Nothing of the kind was known at the knowledge date.' } },
});

@ObjectType({ simpleResolvers: true, description: 'A value that is null, and why.' })
class Missing {
  @Field(() => String, { description: 'The field that is null.' })
  field!: string;

  @Field(() => MissingReason, { description: 'Why it is.' })
  reason!: MissingReason;
}

@Resolver(() => Fund)
export class EtfFields {
  @FieldResolver(() => Index, { nullable: true, description: 'The index it follows; null for an active fund.' })
  index(@Root() { indexCode }: Row<Fund>): Sql {
    return indexByCode(indexCode);
  }

  @FieldResolver(() => Snapshot, {
    nullable: true,
    description: 'Its holdings of the newest day known at the knowledge date, or of the day `on`; null where none were known.',
  })
  snapshot(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day that the holdings are about.' }) on?: IsoDate | null,
  ): Sql {
    return snapshotAt(symbol, at, on ?? null);
  }

  @FieldResolver(() => HoldingConnection, { nullable: true, description: 'The positions of `snapshot`; null where it is null.' })
  @Paged({ cap: 3_000 })
  holdings(@Root() { symbol }: Row<Fund>, @Args(() => HoldingArguments) page: HoldingArguments, @Ctx() { at }: Planning): Connection {
    const snapshot = sql`(SELECT id FROM (${snapshotAt(symbol, at)}) s)`;
    const { orderBy, filter } = page;
    const rows = holdingsOf(snapshot, filter ?? {}, at);
    return new Connection(rows, holdingOrders[orderBy], page, [filter], sql`EXISTS (${snapshotAt(symbol, at)})`);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null at the knowledge date, and why.' })
  @Sized({ size: 2 })
  missing(@Root() { symbol }: Row<Fund>, @Ctx() { at }: Planning): Sql {
    return sql`
      SELECT field, ${MissingReason.NOT_KNOWN_YET}::text AS reason FROM (VALUES (1, 'snapshot'), (2, 'holdings')) v(n, field)
      WHERE NOT EXISTS (${snapshotAt(symbol, at)}) ORDER BY n`;
  }
}
