import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { Adjustment, Closes } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import type { Row, Sql } from '../../store/sql';

@ObjectType('ClosingPrice', { implements: Node, simpleResolvers: true, description: 'What one share was worth at the close of a day, of one series of closes. `knownOn`, its basis, `provenOn` and `source` are those of the close itself.' })
export class Close extends Node {
  @Field(() => String, { description: 'What was traded, by the first ticker that it had: `FB` of Meta.' })
  listing!: string;

  @Field(() => IsoDateScalar, { description: 'The day of the close; of what was got after a delisting, the day of that.' })
  observedOn!: IsoDate;

  @Field(() => Closes, { description: 'What the closes of the series were before anything was adjusted here.' })
  closes!: Closes;

  @Field(() => Adjustment, { description: 'What `value` is adjusted for.' })
  adjust!: Adjustment;

  @Field(() => Float, { description: 'Of one share, in the currency of its exchange; adjusted on the shares of the knowledge date.' })
  value!: number;

  @Field(() => IsoDateScalar, { description: 'The first day on which it could be read.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => IsoDateScalar, { description: 'The first day for which it can be proven that it was readable.' })
  provenOn!: IsoDate;

  documentId!: number;
  source!: string;
  content!: string | null;
  datedOn!: IsoDate | null;
}

@Resolver(() => Close)
export class CloseFields {
  @FieldResolver(() => SourceDocument, { description: 'The document that it was read from.' })
  source(@Root() { documentId }: Row<Close>): Sql {
    return documentById(documentId);
  }
}
