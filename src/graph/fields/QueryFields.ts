import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Node } from '../../domain/Node';
import { Fund } from '../../store/entities/Fund';
import { Index } from '../../store/entities/Index';
import { Security } from '../../store/entities/Security';
import { type EtfFilter as Filter, etfBySymbol, etfsMatching } from '../../store/reads/etfs';
import { indexByCode } from '../../store/reads/indices';
import { etfsNear, indicesNear, securitiesNear } from '../../store/reads/near';
import { securityBySymbol } from '../../store/reads/securities';
import { sourceStatusAt } from '../../store/reads/sourceStatus';
import type { Sql } from '../../store/sql';
import type { Planning } from '../context';
import { InvalidInput } from '../../domain/errors';
import { readNodeId } from '../nodes/nodeId';
import { Connection, Lookup, NodeSet } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { EtfConnection } from './connectionTypes';
import { SourceStatus } from './SourceStatus';
import { Standing } from './Standing';

/** Most ids that `nodes` takes. */
const MOST_IDS = 100;

@InputType({ description: 'Which funds. What is left out is met by all; what is given must all be met.' })
class EtfFilter implements Filter {
  @Field(() => [String], { nullable: true, description: 'Tickers, upper case.' })
  readonly symbols?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who runs them, as `issuer` says.' })
  readonly issuers?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the indices they follow.' })
  readonly indexCodes?: string[] | null;
}

@ArgsType()
class EtfArguments extends Page {
  @Field(() => EtfFilter, { nullable: true, description: 'Which funds; all where left out.' })
  readonly filter?: EtfFilter | null;
}

@Resolver()
export class QueryFields {
  @Query(() => Fund, { nullable: true, description: 'The fund with a ticker; null and NOT_FOUND if there is none.' })
  etf(@Arg('symbol', () => String, { description: 'Upper case: `IWM`.' }) symbol: string, @Args(() => Standing) _: Standing): Lookup {
    return new Lookup(etfBySymbol(symbol), 'ETF', symbol, etfsNear(symbol));
  }

  @Query(() => EtfConnection, { nullable: true, description: 'Funds, in the order of their tickers.' })
  @Paged({ cap: 100 })
  etfs(@Args(() => EtfArguments) page: EtfArguments, @Args(() => Standing) _: Standing): Connection {
    return new Connection(etfsMatching(page.filter ?? {}), ['symbol'], page, [page.filter]);
  }

  @Query(() => Index, { nullable: true, description: 'The index with a code; null and NOT_FOUND if there is none.' })
  index(@Arg('code', () => String, { description: 'Its usual ticker without a vendor prefix: `RUT`, `SPX`.' }) code: string, @Args(() => Standing) _: Standing): Lookup {
    return new Lookup(indexByCode(code), 'index', code, indicesNear(code));
  }

  @Query(() => Security, {
    nullable: true,
    description:
      'What bore a ticker at the knowledge date (tickers are reused and renamed); null and NOT_FOUND if nothing did. Equity goes before all else.',
  })
  security(
    @Arg('symbol', () => String, { description: 'As the source writes it: `MOGA`.' }) symbol: string,
    @Args(() => Standing) _: Standing,
    @Ctx() { at }: Planning,
  ): Lookup {
    return new Lookup(securityBySymbol(symbol, at), 'security', symbol, securitiesNear(symbol, at));
  }

  @Query(() => Node, { nullable: true, description: 'What an id stands for, at the date that the id carries; null if there is none.' })
  node(@Arg('id', () => ID, { description: 'As an `id` field gave it.' }) id: string): NodeSet {
    return new NodeSet([readNodeId(id)]);
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description: 'What each id stands for, in the order asked, at the date that each carries; null where there is none. At most 100.',
  })
  nodes(@Arg('ids', () => [ID], { description: 'As `id` fields gave them.' }) ids: string[]): NodeSet {
    if (ids.length > MOST_IDS) throw new InvalidInput(`'ids' holds ${ids.length} ids: expected at most ${MOST_IDS}.`);
    return new NodeSet(ids.map(readNodeId));
  }

  @Query(() => [SourceStatus], { nullable: true, description: 'What each source has given by the knowledge date: its newest facts, last run, staleness.' })
  @Sized({ size: 30 })
  dataStatus(@Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Sql {
    return sourceStatusAt(at);
  }
}
