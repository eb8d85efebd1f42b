import { Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { State } from '../../signals/State';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';
import { lacksIn, leavesIn, SignalLack, SignalLeaf, SignalTerm, termsIn } from './Signal';

@ObjectType({ simpleResolvers: true, description: 'What a signal would have read at the knowledge date, had something been otherwise. It is no reading: it is computed when asked, and kept nowhere.' })
export class HypotheticalSignal {
  @Field(() => String, { description: "The signal's key." })
  key!: string;

  @Field(() => IsoDateScalar, { description: 'The knowledge date that it is told for.' })
  asOf!: IsoDate;

  @Field(() => Float, { nullable: true, description: "The value that it would have, in the definition's unit; null where too little was known." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'The score that it would have, from -1 to 1; null where too little was known, and for what is shown and not scored.' })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'The score that it has in truth; null where too little was known, and for what is shown and not scored.' })
  actualScore!: number | null;

  @Field(() => Float, { nullable: true, description: 'What the suppositions change the score by; null where either score is.' })
  change!: number | null;

  @Field(() => State, { nullable: true, description: 'What the score would say; null for what is shown and not scored.' })
  state!: State | null;

  @Field(() => String, { description: 'The same in one English sentence, which begins with the word `Hypothetical` and what is supposed.' })
  sentence!: string;

  @Field(() => Boolean, { description: 'True where it is told without some of its inputs.' })
  isPartial!: boolean;

  suppositions!: unknown;
  missing!: unknown;
  terms!: unknown;
  leaves!: unknown;
}

@Resolver(() => HypotheticalSignal)
export class HypotheticalSignalFields {
  @FieldResolver(() => [String], { description: 'What is supposed, in words; only what concerns this signal or what it is made of. The rest changes nothing here.' })
  @Sized({ size: 4 })
  suppositions(@Root() { suppositions }: Row<HypotheticalSignal>): Sql {
    return sql`SELECT coalesce(array_agg(s.text ORDER BY s.n), '{}') FROM json_array_elements_text(${suppositions}::json) WITH ORDINALITY AS s(text, n)`;
  }

  @FieldResolver(() => [SignalLack], { description: 'The inputs that it has to do without.' })
  @Sized({ size: 4 })
  missing(@Root() { missing }: Row<HypotheticalSignal>): Sql {
    return lacksIn(missing);
  }

  @FieldResolver(() => [SignalTerm], { description: 'What its score would be the sum of.' })
  @Sized({ size: 8 })
  contributions(@Root() { terms }: Row<HypotheticalSignal>): Sql {
    return termsIn(terms);
  }

  @FieldResolver(() => [SignalLeaf], { description: 'The same down to the terms that are made of no other signal, with their weights.' })
  @Sized({ size: 20 })
  leaves(@Root() { leaves }: Row<HypotheticalSignal>): Sql {
    return leavesIn(leaves);
  }
}
