import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Fund } from '../../store/entities/Fund';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { memberCount, securitiesIn } from '../../store/reads/constituents';
import { documentById } from '../../store/reads/documents';
import { etfBySymbol } from '../../store/reads/etfs';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { SecurityConnection } from './connectionTypes';

enum MembershipBasis {
  CONSTITUENTS = 'CONSTITUENTS',
  FUND_HOLDINGS = 'FUND_HOLDINGS',
}

registerEnumType(MembershipBasis, {
  name: 'MembershipBasis',
  description: "From what an index's members are told.",
  valuesConfig: {
    CONSTITUENTS: { description: 'A list of its members.' },
    FUND_HOLDINGS: { description: 'The shares with a ticker that a fund holds which replicates it: close to its members, not a list of them.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Who is in an index on one day.' })
export class IndexMembership {
  @Field(() => MembershipBasis, { description: 'From what it is told.' })
  basis!: MembershipBasis;

  @Field(() => IsoDateScalar, { description: 'The day it is about.' })
  observedOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The first day it could be read.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => IsoDateScalar, { description: 'The first day for which it can be proven that it was readable.' })
  provenOn!: IsoDate;

  listId!: number | null;
  snapshotId!: number | null;
  fundSymbol!: string | null;
  documentId!: number;
}

@Resolver(() => IndexMembership)
export class IndexMembershipFields {
  @FieldResolver(() => Fund, { nullable: true, description: 'The fund whose holdings stand in for a list; null where there is a list.' })
  etf(@Root() { fundSymbol }: Row<IndexMembership>): Sql {
    return etfBySymbol(fundSymbol);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document it was read from.' })
  source(@Root() { documentId }: Row<IndexMembership>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => Int, { description: 'How many members.' })
  count(@Root() { listId, snapshotId }: Row<IndexMembership>): Sql {
    return memberCount(listId, snapshotId);
  }

  @FieldResolver(() => SecurityConnection, { description: 'The members, in the order of their tickers.' })
  @Paged({ cap: 3_000 })
  members(@Root() { listId, snapshotId }: Row<IndexMembership>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(securitiesIn(listId, snapshotId, at), ['symbol', 'key'], page, []);
  }
}
