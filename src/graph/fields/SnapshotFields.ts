import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Fund } from '../../store/entities/Fund';
import { Snapshot } from '../../store/entities/Snapshot';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import { etfBySymbol } from '../../store/reads/etfs';
import { holdingsOf } from '../../store/reads/holdings';
import type { Row, Sql } from '../../store/sql';
import type { Computing, Planning } from '../context';
import { Connection } from '../planner/answers';
import { Computed, Paged } from '../planner/declare';
import { HoldingConnection } from './connectionTypes';
import { HoldingArguments, holdingOrders } from './HoldingArguments';

@Resolver(() => Snapshot)
export class SnapshotFields {
  @FieldResolver(() => Fund, { description: 'The fund that holds them.' })
  etf(@Root() { fundSymbol }: Row<Snapshot>): Sql {
    return etfBySymbol(fundSymbol);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document they were read from.' })
  source(@Root() { documentId }: Row<Snapshot>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => HoldingConnection, { description: 'Its positions.' })
  @Paged({ cap: 3_000 })
  holdings(@Root() { serial }: Row<Snapshot>, @Args(() => HoldingArguments) page: HoldingArguments, @Ctx() { at }: Planning): Connection {
    const { orderBy, filter } = page;
    return new Connection(holdingsOf(serial, filter ?? {}, at), holdingOrders[orderBy], page, [filter]);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many NYSE sessions lie after `observedOn`, up to and with the knowledge date; null where the trading calendar does not reach so far back.',
  })
  @Computed({ requires: ['observedOn'] })
  age(@Root() { observedOn }: Snapshot, @Ctx() { at, loaders }: Computing): Promise<number> {
    return loaders.sessionsBetween.load({ from: observedOn, to: at.asOf });
  }
}
