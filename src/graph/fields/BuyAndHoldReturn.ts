import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { Closes } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';
import { Missing, missingOf } from './Missing';

@ObjectType({
  simpleResolvers: true,
  description: 'What came of holding a share or fund from one close to another, dividends reinvested at the close of their day as far as they are known.',
})
export class BuyAndHoldReturn {
  @Field(() => Float, { nullable: true, description: 'As a fraction: 0.05 is 5 %; null where a close is lacking at either end.' })
  totalReturn!: number | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day of the close that it begins with: the last one on or before the day asked for, at most ten days before; null without one.' })
  fromOn!: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day of the value that it ends with: the last one on or before the day asked for; null without one.' })
  toOn!: IsoDate | null;

  @Field(() => Boolean, { description: 'Whether it was delisted after its last close: then that stays, or what was got for it afterwards where that is known.' })
  isDelisted!: boolean;

  @Field(() => Closes, { nullable: true, description: 'What the closes are that it was told from; of raw ones, with the splits and dividends known. Null without any.' })
  closes!: Closes | null;

  @Field(() => KnownOnBasis, { nullable: true, description: 'On what ground the newest of them counts as known when it does; null without any.' })
  knownOnBasis!: KnownOnBasis | null;

  documentId!: number | null;
}

@Resolver(() => BuyAndHoldReturn)
export class BuyAndHoldReturnFields {
  @FieldResolver(() => SourceDocument, { nullable: true, description: 'The document that the newest close was read from; null without any.' })
  source(@Root() { documentId }: Row<BuyAndHoldReturn>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 5 })
  missing(@Root() { totalReturn, fromOn, toOn, closes }: Row<BuyAndHoldReturn>): Sql {
    const isThere = (value: unknown): Sql => sql`${value} IS NOT NULL`;
    const isTold = isThere(sql`${closes}::text`);
    return missingOf({
      totalReturn: isThere(sql`${totalReturn}::float8`),
      fromOn: isThere(sql`${fromOn}::date`),
      toOn: isThere(sql`${toOn}::date`),
      closes: isTold,
      knownOnBasis: isTold,
      source: isTold,
    });
  }
}
