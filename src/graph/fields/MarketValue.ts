import { Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Company } from '../../store/entities/Company';
import { CompanyFact } from '../../store/entities/CompanyFact';
import { Fund } from '../../store/entities/Fund';
import { Security } from '../../store/entities/Security';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { factsByIds } from '../../store/reads/companyFacts';
import { companyMatch } from '../../store/reads/companyMatches';
import { documentById } from '../../store/reads/documents';
import { fundMarketValueOf, marketValueOf } from '../../store/reads/marketValues';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';

enum MarketValueBasis {
  COVER_PAGE = 'COVER_PAGE',
  BALANCE_SHEET = 'BALANCE_SHEET',
  DILUTED_AVERAGE = 'DILUTED_AVERAGE',
  FUND = 'FUND',
}

registerEnumType(MarketValueBasis, {
  name: 'MarketValueBasis',
  description: 'From what the shares of a market value are counted.',
  valuesConfig: {
    COVER_PAGE: { description: 'The cover page of a report.' },
    BALANCE_SHEET: { description: 'The balance sheet.' },
    DILUTED_AVERAGE: { description: "The newest period's weighted average of diluted shares: no count of a day, and with shares that may come to be." },
    FUND: { description: "The fund's own shares outstanding, as its issuer gives them." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    'What all shares were worth at the close of a day: the close as it was traded times the shares outstanding as known on that day. An adjusted close is no price and gives none.',
})
export class MarketValue {
  @Field(() => Float, { description: '`close` times `shares`, in USD.' })
  value!: string;

  @Field(() => Float, { description: 'What one share was traded at, in USD, not adjusted for anything.' })
  close!: string;

  @Field(() => IsoDateScalar, { description: 'The day of the close: the newest of which a raw close is known at the knowledge date.' })
  observedOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground the close is known.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => Float, { description: 'How many shares: of all classes together, on the basis of that day.' })
  shares!: string;

  @Field(() => MarketValueBasis, { description: 'From what they are counted.' })
  basis!: MarketValueBasis;

  @Field(() => IsoDateScalar, { description: 'The day they were counted on, or the last one of the average.' })
  countedOn!: IsoDate;

  @Field(() => Float, { description: 'What the count was multiplied by for splits between it and the close, by their ex-dates where they are known; 1 without any.' })
  splitFactor!: string;

  @Field(() => String, { description: 'The listing whose close it is: a ticker, with the day on which it came to that ticker where it was another’s before.' })
  listing!: string;

  documentId!: number;
  factId!: string | null;
}

@Resolver(() => MarketValue)
export class MarketValueFields {
  @FieldResolver(() => CompanyFact, { nullable: true, description: "The filing's figure that the shares are counted from; null of a fund." })
  fact(@Root() { factId }: Row<MarketValue>): Sql {
    return factsByIds(sql`ARRAY[${factId}]`);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that the close was read from.' })
  source(@Root() { documentId }: Row<MarketValue>): Sql {
    return documentById(documentId);
  }
}

const OF_COMPANY =
  'What all shares of the company were worth, its classes together: its newest raw close known at the knowledge date times its shares. Null, with a reason in `missing`, without a raw close or a count of shares.';

@Resolver(() => Company)
export class CompanyMarketValue {
  @FieldResolver(() => MarketValue, { nullable: true, description: OF_COMPANY })
  marketValue(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return marketValueOf(cik, at.asOf, at);
  }
}

@Resolver(() => Security)
export class SecurityMarketValue {
  @FieldResolver(() => MarketValue, { nullable: true, description: `${OF_COMPANY} Null also of what is no company's.` })
  marketValue(@Root() { descriptionId, observedOn }: Row<Security>, @Ctx() { at }: Planning): Sql {
    return marketValueOf(sql`(SELECT m.cik FROM (${companyMatch(descriptionId, observedOn)}) m)`, at.asOf, at);
  }
}

@Resolver(() => Fund)
export class EtfMarketValue {
  @FieldResolver(() => MarketValue, {
    nullable: true,
    description:
      "What all shares of the fund were worth at the market: its newest raw close known at the knowledge date times its shares outstanding. Null, with a reason in `missing`, without a raw close. `netAssets` is what it holds.",
  })
  marketValue(@Root() { symbol }: Row<Fund>, @Ctx() { at }: Planning): Sql {
    return fundMarketValueOf(symbol, at.asOf, at);
  }
}
