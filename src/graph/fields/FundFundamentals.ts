import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { MissingReason } from '../../domain/MissingReason';
import { Fund } from '../../store/entities/Fund';
import { Snapshot } from '../../store/entities/Snapshot';
import { fundamentalsOf } from '../../store/reads/fundFundamentals';
import { snapshotAt, snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { Missing, missingOf } from './Missing';

/** The share of a fund's weight in shares of which a figure must be known to speak for it. */
const FLOOR = 0.5;

@ObjectType({ simpleResolvers: true, description: 'A figure of a fund, and of how much of the fund it is known.' })
class CoveredFigure {
  @Field(() => Float, { nullable: true, description: `The figure, in the unit that its field says; null where \`coverage\` is below ${FLOOR}.` })
  value!: string | null;

  @Field(() => Float, { description: "The share of the fund's weight in shares of which it is known, from 0 to 1." })
  coverage!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What the companies earn whose shares a fund holds, from their filings known at the knowledge date. A quarter counts for 135 days after its end.',
})
export class FundFundamentals {
  @Field(() => Int, { description: 'How many companies were found.' })
  companies!: number;

  @Field(() => Float, { description: "The share of the fund's weight in shares for which a company was found, from 0 to 1." })
  matchedCoverage!: string;

  snapshotId!: number;
  netIncomeGrowth!: string | null;
  netIncomeCoverage!: string;
  revenueGrowth!: string | null;
  revenueCoverage!: string;
  unprofitableWeight!: string | null;
  unprofitableCoverage!: string;
  priceEarnings!: string | null;
  profitablePriceEarnings!: string | null;
  priceEarningsCoverage!: string;
}

const covered = (value: unknown, coverage: unknown): Sql =>
  sql`SELECT CASE WHEN ${coverage}::numeric >= ${FLOOR}::numeric THEN ${value}::numeric END AS value, ${coverage}::numeric AS coverage`;

@Resolver(() => FundFundamentals)
export class FundFundamentalsFields {
  @FieldResolver(() => Snapshot, { description: 'The snapshot that they are of.' })
  snapshot(@Root() { snapshotId }: Row<FundFundamentals>): Sql {
    return snapshotById(snapshotId);
  }

  @FieldResolver(() => CoveredFigure, {
    description: "The change of the companies' summed quarterly net income from a year before, over the sum of its sizes then: 0.1 is 10 %. Each company counts once, whatever its weight.",
  })
  netIncomeGrowth(@Root() { netIncomeGrowth, netIncomeCoverage }: Row<FundFundamentals>): Sql {
    return covered(netIncomeGrowth, netIncomeCoverage);
  }

  @FieldResolver(() => CoveredFigure, { description: "The change of the companies' summed quarterly revenue from a year before, as a fraction." })
  revenueGrowth(@Root() { revenueGrowth, revenueCoverage }: Row<FundFundamentals>): Sql {
    return covered(revenueGrowth, revenueCoverage);
  }

  @FieldResolver(() => CoveredFigure, { description: 'The weight of companies that lost money over their last four quarters, as a share of the weight of those of which that is known.' })
  unprofitableWeight(@Root() { unprofitableWeight, unprofitableCoverage }: Row<FundFundamentals>): Sql {
    return covered(unprofitableWeight, unprofitableCoverage);
  }

  @FieldResolver(() => CoveredFigure, {
    description:
      'Price over earnings of all companies together: their weight over that part of their net income of the last four quarters which belongs to it, losses counted. Market values are of closes at most ten days old. No value where together they lost money.',
  })
  priceEarnings(@Root() { priceEarnings, priceEarningsCoverage }: Row<FundFundamentals>): Sql {
    return covered(priceEarnings, priceEarningsCoverage);
  }

  @FieldResolver(() => CoveredFigure, {
    description: 'The same of those companies alone that did not lose money: lower, since their losses are left out of the sum. `coverage` is of all, as in `priceEarnings`.',
  })
  priceEarningsOfProfitable(@Root() { profitablePriceEarnings, priceEarningsCoverage }: Row<FundFundamentals>): Sql {
    return covered(profitablePriceEarnings, priceEarningsCoverage);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its figures have no value, and why.' })
  @Sized({ size: 1 })
  missing(@Root() fundamentals: Row<FundFundamentals>): Sql {
    const { netIncomeCoverage, revenueCoverage, unprofitableCoverage, priceEarningsCoverage, priceEarnings, profitablePriceEarnings } = fundamentals;
    const enough = (coverage: unknown) => ({ isThere: sql`${coverage}::numeric >= ${FLOOR}::numeric`, otherwise: MissingReason.INSUFFICIENT_COVERAGE });
    const multiple = (value: unknown) => ({
      isThere: sql`${priceEarningsCoverage}::numeric >= ${FLOOR}::numeric AND ${value}::numeric IS NOT NULL`,
      otherwise: sql`CASE WHEN ${priceEarningsCoverage}::numeric >= ${FLOOR}::numeric THEN ${MissingReason.NO_EARNINGS} ELSE ${MissingReason.INSUFFICIENT_COVERAGE} END`,
    });
    return missingOf({
      ...{ netIncomeGrowth: enough(netIncomeCoverage), revenueGrowth: enough(revenueCoverage), unprofitableWeight: enough(unprofitableCoverage) },
      ...{ priceEarnings: multiple(priceEarnings), priceEarningsOfProfitable: multiple(profitablePriceEarnings) },
    });
  }
}

@Resolver(() => Fund)
export class EtfFundamentals {
  @FieldResolver(() => FundFundamentals, { nullable: true, description: 'What the companies earn whose shares it holds; null where no holdings are known.' })
  fundamentals(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day that the holdings are about; the newest known where left out.' }) on?: IsoDate | null,
  ): Sql {
    return sql`SELECT f.* FROM (${snapshotAt(symbol, at, on ?? null)}) served CROSS JOIN LATERAL (${fundamentalsOf(sql`served.id`, at)}) f`;
  }
}
