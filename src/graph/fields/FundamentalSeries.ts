import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Sized } from '../planner/declare';

export enum Fundamental {
  EPS_DILUTED = 'EPS_DILUTED',
  NET_INCOME = 'NET_INCOME',
  REVENUE = 'REVENUE',
  DILUTED_SHARES = 'DILUTED_SHARES',
}

registerEnumType(Fundamental, {
  name: 'Fundamental',
  description: "A figure of a period's earnings.",
  valuesConfig: {
    EPS_DILUTED: { description: 'Diluted earnings per share in USD, over the splits shown by the knowledge date.' },
    NET_INCOME: { description: "Net income in USD, the parent's share." },
    REVENUE: { description: 'Revenue in USD.' },
    DILUTED_SHARES: { description: 'Weighted average of diluted shares, over the splits shown by the knowledge date.' },
  },
});

/** The column of each figure. */
export const fundamentalColumns: Readonly<Record<Fundamental, string>> = {
  EPS_DILUTED: 'eps_diluted',
  NET_INCOME: 'net_income',
  REVENUE: 'revenue',
  DILUTED_SHARES: 'diluted_shares',
};

/** How many periods a series counts for. */
const PERIODS = 80;

@ObjectType({ simpleResolvers: true, description: 'One figure of each period in which it is known, as lists of one length, the oldest period first.' })
export class FundamentalSeries {
  @Field(() => Fundamental, { description: 'Which figure.' })
  concept!: Fundamental;

  @Field(() => [IsoDateScalar], { description: "The periods' last days." })
  @Sized({ size: PERIODS })
  dates!: IsoDate[];

  @Field(() => [Float], { description: 'The value of each period, in the unit of the figure.' })
  @Sized({ size: PERIODS })
  values!: number[];

  @Field(() => [IsoDateScalar], { description: 'Since when each period is known so.' })
  @Sized({ size: PERIODS })
  knownOn!: IsoDate[];
}
