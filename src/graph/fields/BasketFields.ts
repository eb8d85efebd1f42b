import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Basket } from '../../store/entities/Basket';
import { Company } from '../../store/entities/Company';
import { Security } from '../../store/entities/Security';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { basketReturnOf } from '../../store/reads/basketReturns';
import { allBaskets, basketByKey, basketsOf, knowableFrom, membersOf } from '../../store/reads/baskets';
import { companyByCik } from '../../store/reads/companies';
import { basketsNear } from '../../store/reads/near';
import { documentById } from '../../store/reads/documents';
import { listingsOfSecurity } from '../../store/reads/listings';
import { listingsOfCompany } from '../../store/reads/marketValues';
import { securityByKey } from '../../store/reads/securities';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection, Lookup } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { BasketReturn } from './BasketReturn';
import { BasketConnection } from './connectionTypes';
import { Missing, missingOf } from './Missing';
import { refuseUnordered } from './refuseUnordered';
import { Standing } from './Standing';

@ObjectType({ simpleResolvers: true, description: 'A company that belongs to a basket on a day, and since when that was known.' })
export class BasketMembership {
  @Field(() => String, { description: 'The ticker of the class of shares that stands for it in returns.' })
  symbol!: string;

  @Field(() => [String], { description: 'The tickers of all its classes that belong to the basket, that one first.' })
  @Sized({ size: 1 })
  classes!: string[];

  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day of its stay; null where that has no beginning, or follows from a rule.' })
  memberFrom!: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day of its stay; null where no end of it is known.' })
  memberUntil!: IsoDate | null;

  @Field(() => IsoDateScalar, { description: 'Since when the membership was known; of what follows from a rule, the close that it goes by.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => IsoDateScalar, { description: 'The first day for which it can be proven that it was known.' })
  provenOn!: IsoDate;

  @Field(() => String, { nullable: true, description: 'Where the membership of a shipped basket was read; null of one of your own.' })
  url!: string | null;

  cik!: string | null;
  listing!: string;
  documentId!: number | null;
}

@Resolver(() => BasketMembership)
export class BasketMembershipFields {
  @FieldResolver(() => Company, { nullable: true, description: 'The company; null where none that reports to the SEC was found.' })
  company(@Root() { cik }: Row<BasketMembership>, @Ctx() { at }: Planning): Sql {
    return companyByCik(cik, at);
  }

  @FieldResolver(() => Security, { nullable: true, description: 'The shares that stand for it; null where no document known at the knowledge date names them.' })
  security(@Root() { listing }: Row<BasketMembership>, @Ctx() { at }: Planning): Sql {
    return securityByKey(sql`'EQUITY:' || ${listing}::text`, at);
  }

  @FieldResolver(() => SourceDocument, { nullable: true, description: 'The document that it was read from, or the close by which it ranks; null of a shipped list.' })
  source(@Root() { documentId }: Row<BasketMembership>): Sql {
    return documentById(documentId);
  }
}

@Resolver(() => Basket)
export class BasketFields {
  @FieldResolver(() => [BasketMembership], { description: 'Who belongs to it on a day, as known at the knowledge date, in the order of tickers; none where that is not known.' })
  @Sized({ size: 10 })
  members(
    @Root() basket: Row<Basket>,
    @Ctx() { at }: Planning,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day; the knowledge date where left out.' }) on?: IsoDate | null,
  ): Sql {
    return sql`SELECT * FROM (${membersOf(basket, on ?? at.asOf, at)}) m ORDER BY symbol, listing`;
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: 'The first day on which a member was known to be one, of what is known at the knowledge date: earlier history is hindsight. Null of a basket that follows from a rule, which looks at its own day alone.',
  })
  knowableFrom(@Root() { key }: Row<Basket>, @Ctx() { at }: Planning): Sql {
    return knowableFrom(key, at);
  }

  @FieldResolver(() => Boolean, { description: 'True if what it did on the day `on` is hindsight: its members were picked later, perhaps for that.' })
  isHindsight(
    @Root() { key }: Row<Basket>,
    @Ctx() { at }: Planning,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day; the knowledge date where left out.' }) on?: IsoDate | null,
  ): Sql {
    return sql`coalesce(${on ?? at.asOf}::date < (${knowableFrom(key, at)}), FALSE)`;
  }

  @FieldResolver(() => BasketReturn, { description: 'What came of buying its members of the day `from` at its close and holding them to that of the day `to`. Of a day for which `isHindsight` holds it is hindsight.' })
  returns(
    @Root() basket: Row<Basket>,
    @Ctx() { at }: Planning,
    @Arg('from', () => IsoDateScalar, { description: 'The first day.' }) from: IsoDate,
    @Arg('to', () => IsoDateScalar, { nullable: true, description: 'The last day; the knowledge date where left out.' }) to?: IsoDate | null,
  ): Sql {
    refuseUnordered(from, to, 'a day not before');
    return basketReturnOf(basket, from, to ?? at.asOf, at);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null or, of `members`, empty at the knowledge date, and why; of a rule, `members` alone.' })
  @Sized({ size: 1 })
  missing(@Root() basket: Row<Basket>, @Ctx() { at }: Planning): Sql {
    return missingOf({
      members: sql`EXISTS (${membersOf(basket, at.asOf, at)})`,
      knowableFrom: sql`${basket.largest}::int IS NOT NULL OR (${knowableFrom(basket.key, at)}) IS NOT NULL`,
    });
  }
}

const OF = 'The listed baskets that it belongs to on the knowledge date, as known then, in the order of their keys. Those that follow from a rule are not looked through.';

@Resolver(() => Company)
export class CompanyBaskets {
  @FieldResolver(() => [Basket], { description: OF })
  @Sized({ size: 2 })
  baskets(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT * FROM (${basketsOf(listingsOfCompany(cik, at.asOf), at.asOf, at)}) b ORDER BY key`;
  }
}

@Resolver(() => Security)
export class SecurityBaskets {
  @FieldResolver(() => [Basket], { description: OF })
  @Sized({ size: 2 })
  baskets(@Root() { serial }: Row<Security>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT * FROM (${basketsOf(listingsOfSecurity(serial), at.asOf, at)}) b ORDER BY key`;
  }
}

@Resolver()
export class BasketQueries {
  @Query(() => Basket, { nullable: true, description: 'The basket with a key; null and NOT_FOUND if there is none. Shipped are `mag7` and `top7`.' })
  basket(@Arg('key', () => String, { description: 'Lower case: `mag7`.' }) key: string, @Args(() => Standing) _: Standing): Lookup {
    return new Lookup(basketByKey(key), 'basket', key, basketsNear(key));
  }

  @Query(() => BasketConnection, { nullable: true, description: 'All baskets, the shipped and your own, in the order of their keys.' })
  @Paged({ cap: 100 })
  baskets(@Args(() => Page) page: Page, @Args(() => Standing) _: Standing): Connection {
    return new Connection(allBaskets, ['key'], page, []);
  }
}
