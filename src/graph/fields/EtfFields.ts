import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { MissingReason } from '../../domain/MissingReason';
import { Fund } from '../../store/entities/Fund';
import { Index } from '../../store/entities/Index';
import { Snapshot } from '../../store/entities/Snapshot';
import { expenseRatioAt } from '../../store/reads/expenseRatios';
import { holdingsOf } from '../../store/reads/holdings';
import { indexByCode } from '../../store/reads/indices';
import { fundMarketValueOf, whyNoFundMarketValue } from '../../store/reads/marketValues';
import { snapshotAt } from '../../store/reads/snapshots';
import { netAssetsAt, valuationAt } from '../../store/reads/valuations';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { HoldingConnection } from './connectionTypes';
import { HoldingArguments, holdingOrders } from './HoldingArguments';
import { Missing, missingOf } from './Missing';

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

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null at the knowledge date, and why; of those that take a day, for the newest.' })
  @Sized({ size: 7 })
  missing(@Root() { symbol, inceptionOn }: Row<Fund>, @Ctx() { at }: Planning): Sql {
    const otherwise = sql`CASE WHEN ${inceptionOn}::date > ${at.asOf}::date THEN ${MissingReason.AS_OF_BEFORE_HISTORY} ELSE ${MissingReason.NOT_KNOWN_YET} END`;
    const isHeld = { isThere: sql`EXISTS (${snapshotAt(symbol, at)})`, otherwise };
    return missingOf({
      snapshot: isHeld,
      holdings: isHeld,
      exposure: isHeld,
      concentration: isHeld,
      valuation: { isThere: sql`EXISTS (${valuationAt(symbol, at)})`, otherwise },
      netAssets: { isThere: sql`EXISTS (${netAssetsAt(symbol, at)})`, otherwise },
      marketValue: { isThere: sql`EXISTS (${fundMarketValueOf(symbol, at.asOf, at)})`, otherwise: whyNoFundMarketValue(symbol, at.asOf, at) },
      expenseRatio: sql`EXISTS (${expenseRatioAt(symbol, at)})`,
    });
  }
}
