import { FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { type Sql, sql } from '../../store/sql';
import type { Connection } from '../planner/answers';
import type { connectionOf } from './connectionOf';
import * as connectionTypes from './connectionTypes';

/** Totals of a connection go over all pages; a filter narrows them too. */
const count = ({ rows }: Connection): Sql => sql`SELECT count(*)::int FROM (${rows}) r`;

@Resolver(() => connectionTypes.HoldingConnection)
class HoldingTotals {
  @FieldResolver(() => Int)
  totalCount(@Root() connection: Connection): Sql {
    return count(connection);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Sum of the market values on all pages, in the fund's currency; null where none is given.",
  })
  totalMarketValue(@Root() { rows }: Connection): Sql {
    return sql`SELECT sum(market_value) FROM (${rows}) r`;
  }

  @FieldResolver(() => Float, { description: 'Sum of the weights on all pages, as a fraction.' })
  totalWeight(@Root() { rows }: Connection): Sql {
    return sql`SELECT coalesce(sum(weight), 0) FROM (${rows}) r`;
  }
}

/** The totals of a connection that has but its count. */
function countOf(connected: () => ReturnType<typeof connectionOf>) {
  @Resolver(connected)
  class Totals {
    @FieldResolver(() => Int)
    totalCount(@Root() connection: Connection): Sql {
      return count(connection);
    }
  }
  return Totals;
}

const counted = Object.values(connectionTypes).filter((type) => type !== connectionTypes.HoldingConnection);

export const totals = [HoldingTotals, ...counted.map((type) => countOf(() => type))];
