import { Field, FieldResolver, Float, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { ShareCountBasis } from '../../domain/earnings/shareCounts';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { CompanyFact } from '../../store/entities/CompanyFact';
import { factsByIds } from '../../store/reads/companyFacts';
import { type Row, type Sql, sql } from '../../store/sql';

registerEnumType(ShareCountBasis, {
  name: 'ShareCountBasis',
  description: "From what a company's shares are counted.",
  valuesConfig: {
    COVER_PAGE: { description: "The cover page of a report (`dei:EntityCommonStockSharesOutstanding`)." },
    BALANCE_SHEET: { description: 'The balance sheet (`us-gaap:CommonStockSharesOutstanding`).' },
    DILUTED_AVERAGE: { description: "The newest period's weighted average of diluted shares: no count of a day, and with shares that may come to be." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "How many shares a company has: by a report's cover page, else its balance sheet, else the newest diluted average; of these the first that is at most 200 days older than the newest.",
})
export class SharesOutstanding {
  @Field(() => Float, { description: 'Shares of all classes together, over the splits that filings showed since.' })
  shares!: string;

  @Field(() => ShareCountBasis, { description: 'From what they are counted.' })
  basis!: ShareCountBasis;

  @Field(() => IsoDateScalar, { description: 'The day they were counted on, or the last one of the average.' })
  observedOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The day of filing.' })
  knownOn!: IsoDate;

  @Field(() => Float, { description: 'What the figure of the filing is multiplied by for splits that later filings showed; 1 where none did.' })
  splitFactor!: string;

  factId!: string;
}

@Resolver(() => SharesOutstanding)
export class SharesOutstandingFields {
  @FieldResolver(() => CompanyFact, { description: "The filing's figure." })
  fact(@Root() { factId }: Row<SharesOutstanding>): Sql {
    return factsByIds(sql`ARRAY[${factId}]`);
  }
}
