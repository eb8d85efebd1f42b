import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Company } from '../../store/entities/Company';
import { filingsOf } from '../../store/reads/filings';
import type { Row } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { FilingConnection } from './connectionTypes';
import { refuseUnordered } from './refuseUnordered';

@ArgsType()
class FilingArguments extends Page {
  @Field(() => [String], { nullable: true, description: 'Only these forms, as the SEC writes them: `10-K`. An amendment is a form of its own, `10-K/A`.' })
  readonly forms?: string[] | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Only filed on this day or later.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Only filed on this day or before.' })
  readonly to?: IsoDate | null;
}

/** What a company filed. */
@Resolver(() => Company)
export class CompanyFilings {
  @FieldResolver(() => FilingConnection, { description: 'Its filings known at the knowledge date, the newest first.' })
  @Paged({ cap: 100 })
  filings(@Root() { cik }: Row<Company>, @Args(() => FilingArguments) page: FilingArguments, @Ctx() { at }: Planning): Connection {
    const { forms = null, from = null, to = null } = page;
    refuseUnordered(from, to, 'a day not before');
    return new Connection(filingsOf(cik, { forms, from, to }, at), ['observed_on desc', 'accession desc'], page, [forms, from, to]);
  }
}
