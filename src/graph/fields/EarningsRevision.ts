import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { EarningsChange } from '../../domain/earnings/earningsHistory';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import type { Row, Sql } from '../../store/sql';

@ObjectType({ simpleResolvers: true, description: "A version of a period's earnings, as one filing left them." })
export class EarningsRevision {
  @Field(() => IsoDateScalar, { description: 'The day of the filing since which they were known so.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => EarningsChange, { description: 'What the filing made of what was known before.' })
  change!: EarningsChange;

  @Field(() => Float, { nullable: true, description: 'Diluted earnings per share in USD, on the basis of all splits shown by `knownOn`; null where not reported.' })
  epsDiluted!: string | null;

  @Field(() => Float, { nullable: true, description: 'Diluted earnings per share in USD as the newest filing of that day gives them; null where it gives none.' })
  epsReported!: string | null;

  @Field(() => Float, { description: 'What `epsReported` is divided by for splits that later filings showed by `knownOn`.' })
  splitFactor!: string;

  @Field(() => Float, { nullable: true, description: "Net income in USD, the parent's share; null where not reported." })
  netIncome!: string | null;

  @Field(() => Float, { nullable: true, description: 'Revenue in USD; null where not reported.' })
  revenue!: string | null;

  @Field(() => Float, { nullable: true, description: 'Weighted average of diluted shares, on the same basis as `epsDiluted`; null where not reported.' })
  dilutedShares!: string | null;

  @Field(() => String, { description: "The filing's form: `10-K/A`." })
  form!: string;

  @Field(() => String, { description: "The filing's number at the SEC." })
  accession!: string;

  documentId!: number;
}

@Resolver(() => EarningsRevision)
export class EarningsRevisionFields {
  @FieldResolver(() => SourceDocument, { description: 'The document that the filing was read from.' })
  source(@Root() { documentId }: Row<EarningsRevision>): Sql {
    return documentById(documentId);
  }
}
