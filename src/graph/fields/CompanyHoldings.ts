import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../../store/entities/Company';
import { holdingsOfCompany } from '../../store/reads/holdings';
import { securitiesOfCompany } from '../../store/reads/securities';
import type { Row } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { HoldingConnection, SecurityConnection } from './connectionTypes';

/** What of a company can be held, and who holds it. */
@Resolver(() => Company)
export class CompanyHoldings {
  @FieldResolver(() => SecurityConnection, { description: 'Its shares of all classes, as known at the knowledge date, in the order of their keys.' })
  @Paged({ cap: 100 })
  securities(@Root() { cik }: Row<Company>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(securitiesOfCompany(cik, at), ['key'], page, []);
  }

  @FieldResolver(() => HoldingConnection, {
    description: "The positions in its shares of all classes, in each fund's newest snapshot known at the knowledge date, heaviest first.",
  })
  @Paged({ cap: 100 })
  heldBy(@Root() { cik }: Row<Company>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(holdingsOfCompany(cik, at), ['weight desc', 'fund_symbol', 'line'], page, []);
  }
}
