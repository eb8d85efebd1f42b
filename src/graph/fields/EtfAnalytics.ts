import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Fund } from '../../store/entities/Fund';
import { ExposureDimension } from '../../store/entities/SnapshotExposure';
import { concentrationOf } from '../../store/reads/concentrations';
import { snapshotPair } from '../../store/reads/overlaps';
import { etfsNear } from '../../store/reads/near';
import { snapshotAt } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Lookup } from '../planner/answers';
import { Concentration } from './Concentration';
import { Exposure } from './Exposure';
import { HoldingChanges } from './HoldingChanges';
import { Overlap } from './Overlap';
import { refuseUnordered } from './refuseUnordered';

/** Most securities that `concentration` sums. */
const MOST = 3_000;

@ArgsType()
class ConcentrationArguments {
  @Field(() => Int, { defaultValue: 10, description: 'How many of the heaviest securities to sum, from 1 to 3,000.' })
  readonly top!: number;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day that the holdings are about; the newest known where left out.' })
  readonly on?: IsoDate | null;
}

/** What is computed from a fund's holdings. */
@Resolver(() => Fund)
export class EtfAnalytics {
  @FieldResolver(() => HoldingChanges, { description: 'What changed in its holdings between two days of which holdings are known.' })
  holdingChanges(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('from', () => IsoDateScalar, { description: 'The observed day of the earlier snapshot.' }) from: IsoDate,
    @Arg('to', () => IsoDateScalar, { nullable: true, description: 'The observed day of the later snapshot; the newest known where left out.' })
    to?: IsoDate | null,
  ): Sql {
    refuseUnordered(from, to, 'a day after');
    return sql`
      SELECT (SELECT id FROM (${snapshotAt(symbol, at, from)}) s) AS from_id,
        (SELECT id FROM (${snapshotAt(symbol, at, to ?? null)}) s WHERE observed_on > ${from}::date) AS to_id`;
  }

  @FieldResolver(() => Overlap, { nullable: true, description: 'What it has in common with another fund; null and NOT_FOUND if there is no such fund.' })
  overlap(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('with', () => String, { description: "The other fund's ticker, upper case." }) other: string,
  ): Lookup {
    return new Lookup(snapshotPair(symbol, other, at), 'ETF', other, etfsNear(other));
  }

  @FieldResolver(() => Exposure, { nullable: true, description: 'How its weight is spread over sectors, countries or kinds of thing; null where no holdings are known.' })
  exposure(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('by', () => ExposureDimension, { description: 'By what to group.' }) by: ExposureDimension,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day that the holdings are about; the newest known where left out.' })
    on?: IsoDate | null,
  ): Sql {
    return sql`SELECT id AS snapshot_id, ${by}::text AS dimension FROM (${snapshotAt(symbol, at, on ?? null)}) s`;
  }

  @FieldResolver(() => Concentration, { nullable: true, description: 'How concentrated it is; null where no holdings are known.' })
  concentration(@Root() { symbol }: Row<Fund>, @Ctx() { at }: Planning, @Args(() => ConcentrationArguments) { top, on }: ConcentrationArguments): Sql {
    if (top < 1 || top > MOST) throw new InvalidInput(`'top' is ${top}: expected 1 to ${MOST}.`);
    return sql`SELECT c.* FROM (${snapshotAt(symbol, at, on ?? null)}) served CROSS JOIN LATERAL (${concentrationOf(sql`served.id`, top)}) c`;
  }
}
