import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { CompanyMatch } from '../../domain/CompanyMatch';
import { MissingReason } from '../../domain/MissingReason';
import { Company } from '../../store/entities/Company';
import { Security } from '../../store/entities/Security';
import { companyMatch, companyMatchedBy, companyOfWording } from '../../store/reads/companyMatches';
import { holdingsOfSecurity } from '../../store/reads/holdings';
import { marketValueOf, whyNoMarketValue } from '../../store/reads/marketValues';
import { identifiersOf } from '../../store/reads/securities';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { HoldingConnection } from './connectionTypes';
import { Missing, missingOf } from './Missing';

enum IdentifierScheme {
  CUSIP = 'CUSIP',
  ISIN = 'ISIN',
  LEI = 'LEI',
  CIK = 'CIK',
}

registerEnumType(IdentifierScheme, {
  name: 'IdentifierScheme',
  description: 'Who gives a number, and to what.',
  valuesConfig: {
    CUSIP: { description: 'CUSIP Global Services, to a US or Canadian security; nine letters and digits.' },
    ISIN: { description: 'ISO 6166, to a security; twelve letters and digits.' },
    LEI: { description: 'ISO 17442, to the issuer; twenty letters and digits.' },
    CIK: { description: 'The SEC, to the issuer; ten digits.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A number that names a security or its issuer.' })
class Identifier {
  @Field(() => IdentifierScheme, { description: 'Who gives it, and to what.' })
  scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The number.' })
  value!: string;
}

@Resolver(() => Security)
export class SecurityFields {
  @FieldResolver(() => [Identifier], { description: 'What sources give to name it, whenever they gave it: identity has no date.' })
  @Sized({ size: 4 })
  identifiers(@Root() { serial }: Row<Security>): Sql {
    return identifiersOf(serial);
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'Whose it is, as it was called at the knowledge date; null where no company that reports to the SEC was found, as of what is no share.',
  })
  company(@Root() { descriptionId, observedOn }: Row<Security>): Sql {
    return companyOfWording(descriptionId, observedOn);
  }

  @FieldResolver(() => CompanyMatch, { description: "By what it was found to be that company's." })
  companyMatchedBy(@Root() { descriptionId, observedOn }: Row<Security>): Sql {
    return companyMatchedBy(descriptionId, observedOn);
  }

  @FieldResolver(() => HoldingConnection, {
    description: "The positions in it, in each fund's newest snapshot known at the knowledge date, heaviest first.",
  })
  @Paged({ cap: 100 })
  heldBy(@Root() { serial }: Row<Security>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(holdingsOfSecurity(serial, at), ['weight desc', 'fund_symbol', 'line'], page, []);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null at the knowledge date, and why.' })
  @Sized({ size: 3 })
  missing(@Root() { symbol, sector, country, exchange, descriptionId, observedOn }: Row<Security>, @Ctx() { at }: Planning): Sql {
    const said = (value: unknown) => ({ isThere: sql`${value}::text IS NOT NULL`, otherwise: MissingReason.NOT_REPORTED });
    const cik = sql`(SELECT m.cik FROM (${companyMatch(descriptionId, observedOn)}) m)`;
    return missingOf({
      ...{ symbol: said(symbol), sector: said(sector), country: said(country), exchange: said(exchange), company: said(cik) },
      marketValue: { isThere: sql`EXISTS (${marketValueOf(cik, at.asOf, at)})`, otherwise: whyNoMarketValue(cik, at.asOf, at) },
    });
  }
}
