import { Arg, Args, ArgsType, Ctx, Field, InputType, Query, Resolver } from 'type-graphql';
import { checkedCik } from '../../domain/cik';
import { Company } from '../../store/entities/Company';
import { type CompanyFilter as Filter, companiesMatching, companyByCik, companyBySymbol } from '../../store/reads/companies';
import { ciksNear, companiesNear } from '../../store/reads/near';
import type { Planning } from '../context';
import { Connection, Lookup } from '../planner/answers';
import { Exactly, Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { CompanyConnection } from './connectionTypes';
import { Standing } from './Standing';

@InputType({ description: 'Which companies. What is left out is met by all; what is given must all be met.' })
class CompanyFilter implements Filter {
  @Field(() => [String], { nullable: true, description: 'Central Index Keys, with or without leading zeros.' })
  readonly ciks?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tickers, each as `company(symbol)` finds it.' })
  readonly symbols?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names that they bore by what was known at the knowledge date, compared without case, punctuation and words for the kind of company.',
  })
  readonly names?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Standard Industrial Classifications at the knowledge date, four digits.' })
  readonly sics?: string[] | null;
}

@ArgsType()
class CompanyArguments extends Page {
  @Field(() => CompanyFilter, { nullable: true, description: 'Which companies; all where left out.' })
  readonly filter?: CompanyFilter | null;
}

@Resolver()
export class CompanyQueries {
  @Query(() => Company, {
    nullable: true,
    description:
      'The company with a CIK, or whose shares bore a ticker at the knowledge date, whatever the class; null and NOT_FOUND if there is none. A ticker that nothing known then bore is found by what became known later: it is an address, and all that the company says is still of that day. Exactly one of the two is asked by.',
  })
  @Exactly({ oneOf: ['symbol', 'cik'] })
  company(
    @Args(() => Standing) _: Standing,
    @Ctx() { at }: Planning,
    @Arg('symbol', () => String, { nullable: true, description: 'The ticker, upper case, a class of shares set apart in any way: `BRK.B`, `BRK-B`.' }) symbol?: string | null,
    @Arg('cik', () => String, { nullable: true, description: 'The Central Index Key, with or without leading zeros.' }) cik?: string | null,
  ): Lookup {
    if (cik != null) {
      const number = checkedCik('cik', cik);
      return new Lookup(companyByCik(number, at), 'company', number, ciksNear(number));
    }
    return new Lookup(companyBySymbol(symbol, at), 'company', symbol ?? '', companiesNear(symbol ?? '', at));
  }

  @Query(() => CompanyConnection, { nullable: true, description: 'Companies that report to the SEC, in the order of their CIKs.' })
  @Paged({ cap: 1_000 })
  companies(@Args(() => CompanyArguments) page: CompanyArguments, @Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Connection {
    const asked: Filter = page.filter ?? {};
    const ciks = asked.ciks?.map((cik) => checkedCik('filter.ciks', cik)) ?? null;
    return new Connection(companiesMatching({ ...asked, ciks }, at), ['cik'], page, [page.filter]);
  }
}
