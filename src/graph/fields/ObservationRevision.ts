import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import type { Row, Sql } from '../../store/sql';

@ObjectType({ simpleResolvers: true, description: "A version of one period's published value." })
export class ObservationRevision {
  @Field(() => IsoDateScalar, { description: 'The first day on which it could be read.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => IsoDateScalar, { description: 'The first day for which it can be proven that it was readable.' })
  provenOn!: IsoDate;

  @Field(() => Float, { nullable: true, description: 'In the unit of the indicator; null where the publisher gave none.' })
  value!: string | null;

  @Field(() => Float, { nullable: true, description: 'The value less that of the version before, in the unit of the indicator; null of the first, and where one of the two has none.' })
  change!: string | null;

  documentId!: number;
}

@Resolver(() => ObservationRevision)
export class ObservationRevisionFields {
  @FieldResolver(() => SourceDocument, { description: 'The document that it was first read from.' })
  source(@Root() { documentId }: Row<ObservationRevision>): Sql {
    return documentById(documentId);
  }
}
