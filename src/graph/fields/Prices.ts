import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Adjustment, Closes } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Knowledge, KnownOnBasis } from '../../domain/knowledge';
import { MissingReason } from '../../domain/MissingReason';
import { nearest } from '../../domain/near';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { closeOf } from '../../store/reads/closeOf';
import { documentById } from '../../store/reads/documents';
import { etfsNear, securitiesNear } from '../../store/reads/near';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Computing, Planning } from '../context';
import { namesOf } from '../namesLoader';
import { Computed, Sized } from '../planner/declare';
import { Close } from './Close';
import { Columnar } from './Columnar';
import { Missing, missingOf } from './Missing';

@ObjectType({ simpleResolvers: true, description: 'The closes of a share, fund or index over a window, all of one series: closes of several files or sources are never joined.' })
export class Prices {
  @Field(() => String, { nullable: true, description: 'The ticker; null of what has none.' })
  symbol!: string | null;

  @Field(() => Adjustment, { description: 'What the values are adjusted for, as was asked.' })
  adjust!: Adjustment;

  @Field(() => Closes, { nullable: true, description: 'What the closes were before anything was adjusted here; null without any.' })
  closes!: Closes | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day through which their publisher had adjusted them; null of raw ones.' })
  adjustedThrough!: IsoDate | null;

  @Field(() => KnownOnBasis, { nullable: true, description: 'On what ground the newest of them counts as known when it does; null without any.' })
  knownOnBasis!: KnownOnBasis | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day of the window with a value; null without any.' })
  firstOn!: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day of the window with a value; null without any.' })
  lastOn!: IsoDate | null;

  @Field(() => Int, { description: 'How many days of the window have a value.' })
  count!: number;

  documentId!: number | null;
  seriesId!: number | null;
  isAdjustedOnly!: boolean;
  dates!: IsoDate[];
  values!: string[];
}

@Resolver(() => Prices)
export class PricesFields {
  @FieldResolver(() => Columnar, { description: 'The values by day: of one share, in the currency of its exchange.' })
  series(@Root() { dates, values }: Row<Prices>): Sql {
    return sql`SELECT ${dates}::date[] AS dates, ${values}::float8[] AS values`;
  }

  @FieldResolver(() => Close, { nullable: true, description: 'The newest of them; null without any.' })
  last(@Root() { seriesId, lastOn, adjust }: Row<Prices>, @Ctx() { at }: Planning): Sql {
    return closeOf(sql`${seriesId}`, sql`${lastOn}::date`, sql`${adjust}`, at);
  }

  @FieldResolver(() => SourceDocument, { nullable: true, description: 'The document that the newest of them was read from; null without any.' })
  source(@Root() { documentId }: Row<Prices>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: "Where its ticker is nobody's at the knowledge date: up to three that are close to it and somebody's, the nearest first. Empty otherwise; null where it could not be looked for.",
  })
  @Sized({ size: 3 })
  @Computed({ requires: ['symbol', 'count'] })
  async similarSymbols(@Root() { symbol, count }: Prices, @Ctx() { at: { asOf }, loaders }: Computing): Promise<readonly string[]> {
    if (symbol === null || count > 0) return [];
    const near = sql`${securitiesNear(symbol, { asOf, knowledge: Knowledge.ANY })} UNION (${etfsNear(symbol)})`;
    const names = await loaders.names.load(namesOf(near));
    return names.includes(symbol) ? [] : nearest(symbol, names);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 6 })
  missing(@Root() { count, isAdjustedOnly }: Row<Prices>): Sql {
    const otherwise = sql`CASE WHEN ${isAdjustedOnly}::bool THEN ${MissingReason.ADJUSTED_PRICE_ONLY} ELSE ${MissingReason.NOT_KNOWN_YET} END`;
    const needed = { isThere: sql`${count}::int > 0`, otherwise };
    return missingOf({ closes: needed, knownOnBasis: needed, firstOn: needed, lastOn: needed, last: needed, source: needed });
  }
}
