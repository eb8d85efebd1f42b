import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { MissingReason } from '../../domain/MissingReason';
import { Snapshot } from '../../store/entities/Snapshot';
import { snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';
import { Missing, missingOf } from './Missing';

/** The share of a basket's members of which a return must be known to speak for it. */
const FLOOR = 0.6;

enum BasketWeighting {
  CAP = 'CAP',
  SNAPSHOT = 'SNAPSHOT',
  EQUAL = 'EQUAL',
}

registerEnumType(BasketWeighting, {
  name: 'BasketWeighting',
  description: "By what a basket's members were weighted at the beginning.",
  valuesConfig: {
    CAP: { description: 'Their market values, known of all of them.' },
    SNAPSHOT: { description: 'Their weights in the newest snapshot of a large-cap fund, at most 100 days older, each drifted by its return since.' },
    EQUAL: { description: 'One like the other, since neither is known of all of them.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A member of a basket over a stretch of days.' })
class BasketMemberReturn {
  @Field(() => String, { description: 'Its ticker.' })
  symbol!: string;

  @Field(() => Float, { description: 'Its share at the beginning: 0.2 is 20 %.' })
  weight!: string;

  @Field(() => Float, { description: 'Its total return: 0.05 is 5 %.' })
  totalReturn!: string;

  @Field(() => IsoDateScalar, { description: 'The day of the close that it was bought at: the first day of the stretch, or the last session before.' })
  boughtOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The day of the last close or, of what was delisted, of what was got for it.' })
  heldTo!: IsoDate;
}

@ObjectType({
  simpleResolvers: true,
  description: "What came of buying a basket's members at the close of a day and holding them, dividends reinvested, to that of another. Nothing is bought or sold between.",
})
export class BasketReturn {
  @Field(() => IsoDateScalar, { description: 'The first day: its members are held.' })
  from!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The last day.' })
  to!: IsoDate;

  @Field(() => BasketWeighting, { nullable: true, description: 'By what they were weighted at the beginning; null where no return of any is known.' })
  weighting!: BasketWeighting | null;

  @Field(() => Int, { description: 'How many members it had on the first day, classes of one company counted once.' })
  count!: number;

  @Field(() => Int, { description: 'Of how many a return is known: the others are left out.' })
  priced!: number;

  knownReturn!: string | null;
  snapshotId!: number | null;
  symbols!: string[];
  weights!: string[];
  returns!: string[];
  fromDays!: IsoDate[];
  toDays!: IsoDate[];
}

const isEnough = ({ count, priced }: Row<BasketReturn>): Sql => sql`${priced}::int > 0 AND ${priced}::int >= ${FLOOR}::numeric * ${count}::int`;

@Resolver(() => BasketReturn)
export class BasketReturnFields {
  @FieldResolver(() => Float, { nullable: true, description: `Its total return: 0.05 is 5 %. Null where that of under ${FLOOR * 100} % of its members is known.` })
  totalReturn(@Root() held: Row<BasketReturn>): Sql {
    return sql`CASE WHEN ${isEnough(held)} THEN ${held.knownReturn}::numeric END`;
  }

  @FieldResolver(() => [BasketMemberReturn], { description: 'The members of which a return is known, in the order of their tickers.' })
  @Sized({ size: 10 })
  members(@Root() { symbols, weights, returns, fromDays, toDays }: Row<BasketReturn>): Sql {
    return sql`SELECT * FROM unnest(${symbols}::text[], ${weights}::numeric[], ${returns}::numeric[], ${fromDays}::date[], ${toDays}::date[])
      r(symbol, weight, total_return, bought_on, held_to)`;
  }

  @FieldResolver(() => Snapshot, { nullable: true, description: 'The snapshot that their weights are from; null unless `weighting` is SNAPSHOT.' })
  snapshot(@Root() { snapshotId }: Row<BasketReturn>): Sql {
    return snapshotById(snapshotId);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why; `snapshot` aside.' })
  @Sized({ size: 1 })
  missing(@Root() held: Row<BasketReturn>): Sql {
    return missingOf({
      weighting: sql`${held.priced}::int > 0`,
      totalReturn: { isThere: isEnough(held), otherwise: sql`CASE WHEN ${held.priced}::int = 0 THEN ${MissingReason.NOT_KNOWN_YET} ELSE ${MissingReason.INSUFFICIENT_COVERAGE} END` },
    });
  }
}
