import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { MissingReason } from '../../domain/MissingReason';
import { Earnings } from '../../store/entities/Earnings';
import { earningsVersion, yearBefore } from '../../store/reads/earnings';
import { type Row, type Sql, sql } from '../../store/sql';
import type { At } from '../../store/at';
import { Sized } from '../planner/declare';
import { Missing, missingOf } from './Missing';

@ObjectType({ simpleResolvers: true, description: 'How earnings changed from the same period a year before.' })
export class YearOnYear {
  @Field(() => Float, { nullable: true, description: 'Diluted earnings per share less those of the year before, in USD; both on the same basis.' })
  epsChange!: string | null;

  @Field(() => Float, { nullable: true, description: 'The change of net income over its size a year before: 0.2 is a fifth more, and half of a loss gone is 0.5, a fraction.' })
  netIncomeGrowth!: string | null;

  @Field(() => Float, { nullable: true, description: 'The change of revenue over that of a year before, as a fraction.' })
  revenueGrowth!: string | null;

  cik!: string;
  period!: string;
  baseEnd!: IsoDate;
  baseKnownOn!: IsoDate;
}

/** A period's earnings against those of the year before, as one row; no row where these are not known. */
export function yearOnYear(earned: Row<Earnings>, at: At): Sql {
  const { epsDiluted, netIncome, revenue } = earned;
  return sql`
    SELECT prior.cik, prior.period, prior.observed_on AS base_end, prior.known_on AS base_known_on, ${epsDiluted}::numeric - prior.eps_diluted AS eps_change,
      (${netIncome}::numeric - prior.net_income) / nullif(abs(prior.net_income), 0) AS net_income_growth,
      (${revenue}::numeric - prior.revenue) / nullif(abs(prior.revenue), 0) AS revenue_growth
    FROM (${yearBefore(earned, at)}) prior`;
}

@Resolver(() => YearOnYear)
export class YearOnYearFields {
  @FieldResolver(() => Earnings, { description: 'The earnings of the year before.' })
  base(@Root() { cik, period, baseEnd, baseKnownOn }: Row<YearOnYear>): Sql {
    return earningsVersion(cik, period, baseEnd, baseKnownOn);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 1 })
  missing(@Root() { epsChange, netIncomeGrowth, revenueGrowth }: Row<YearOnYear>): Sql {
    const told = (value: unknown) => ({ isThere: sql`${value}::numeric IS NOT NULL`, otherwise: MissingReason.INSUFFICIENT_HISTORY });
    return missingOf({ epsChange: told(epsChange), netIncomeGrowth: told(netIncomeGrowth), revenueGrowth: told(revenueGrowth) });
  }
}
