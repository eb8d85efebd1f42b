import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Security } from '../../store/entities/Security';
import { holdingsOfSecurity } from '../../store/reads/holdings';
import type { Row } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { HoldingConnection } from './connectionTypes';

@Resolver(() => Security)
export class SecurityFields {
  @FieldResolver(() => HoldingConnection, {
    description: "The positions in it, in each fund's newest snapshot known at the knowledge date, heaviest first.",
  })
  @Paged({ cap: 100 })
  heldBy(@Root() { serial }: Row<Security>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(holdingsOfSecurity(serial, at), ['weight desc', 'fund_symbol', 'line'], page, []);
  }
}
