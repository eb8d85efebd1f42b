import { ArgsType, Field, Float, InputType, registerEnumType } from 'type-graphql';
import { AssetClass } from '../../domain/assetClass';
import { CompanyMatch } from '../../domain/CompanyMatch';
import { SecurityMatch } from '../../domain/matchSecurities';
import type { HoldingFilter as Filter } from '../../store/reads/holdings';
import { Page } from '../planner/Page';

/** By what positions are put in order; the line of the document decides between equals. */
export enum HoldingOrder {
  WEIGHT_DESC = 'WEIGHT_DESC',
  WEIGHT_ASC = 'WEIGHT_ASC',
  SHARES_DESC = 'SHARES_DESC',
  SHARES_ASC = 'SHARES_ASC',
  LINE = 'LINE',
}

registerEnumType(HoldingOrder, {
  name: 'HoldingOrder',
  description: 'By what positions are put in order. The line of the document decides between equals; missing values come last.',
  valuesConfig: {
    WEIGHT_DESC: { description: 'The heaviest first.' },
    WEIGHT_ASC: { description: 'The lightest first, what is owed before all.' },
    SHARES_DESC: { description: 'The most units first.' },
    SHARES_ASC: { description: 'The fewest units first.' },
    LINE: { description: 'As the document lists them.' },
  },
});

/** The columns of each order. */
export const holdingOrders: Readonly<Record<HoldingOrder, readonly string[]>> = {
  WEIGHT_DESC: ['weight desc', 'line'],
  WEIGHT_ASC: ['weight', 'line'],
  SHARES_DESC: ['shares desc', 'line'],
  SHARES_ASC: ['shares', 'line'],
  LINE: ['line'],
};

@InputType({ description: 'Which positions. What is left out is met by all; what is given must all be met.' })
export class HoldingFilter implements Filter {
  @Field(() => [String], { nullable: true, description: 'Tickers, as known at the knowledge date.' })
  readonly symbols?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Sectors, as known at the knowledge date, in the source's words." })
  readonly sectors?: string[] | null;

  @Field(() => [AssetClass], { nullable: true, description: 'What kinds of thing.' })
  readonly assetClasses?: AssetClass[] | null;

  @Field(() => [SecurityMatch], { nullable: true, description: 'By what lines were found to be their securities: `NONE` for those that stand for themselves.' })
  readonly matchedBy?: SecurityMatch[] | null;

  @Field(() => [CompanyMatch], { nullable: true, description: 'By what lines were found to be of their companies: `NONE` for those of none.' })
  readonly companyMatchedBy?: CompanyMatch[] | null;

  @Field(() => Float, { nullable: true, description: 'At least this weight, as a fraction.' })
  readonly minWeight?: number | null;

  @Field(() => Float, { nullable: true, description: 'At most this weight, as a fraction.' })
  readonly maxWeight?: number | null;
}

@ArgsType()
export class HoldingArguments extends Page {
  @Field(() => HoldingOrder, { defaultValue: HoldingOrder.WEIGHT_DESC, description: 'In which order.' })
  readonly orderBy!: HoldingOrder;

  @Field(() => HoldingFilter, { nullable: true, description: 'Which positions; all where left out.' })
  readonly filter?: HoldingFilter | null;
}
