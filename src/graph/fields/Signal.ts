import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { MissingReason } from '../../domain/MissingReason';
import type { RoleNames } from '../../signals/Roles';
import { TermKind } from '../../signals/Score';
import { State } from '../../signals/State';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';

registerEnumType(State, {
  name: 'SignalState',
  description: 'What a signal says of a rotation into small caps.',
  valuesConfig: {
    AGAINST: { description: 'It speaks against one: a score of -0.25 or less.' },
    NEUTRAL: { description: 'It speaks neither for nor against one.' },
    FOR: { description: 'It speaks for one: a score of 0.25 or more.' },
    INSUFFICIENT_DATA: { description: 'Too little was known to say.' },
  },
});

registerEnumType(TermKind, {
  name: 'SignalTermKind',
  description: 'How a term comes into a score.',
  valuesConfig: {
    INPUT: { description: 'A part by its weight.' },
    MAX: { description: 'What the greater of two parts has over their mean.' },
    CAP: { description: 'What a limit takes away.' },
    VETO: { description: 'What a veto takes away.' },
    OVERRIDE: { description: 'What a rule that sets the score changes it by.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'An input that a signal has to do without, and why.' })
export class SignalLack {
  @Field(() => String, { description: 'The input: the code of an indicator, or whatever else it is.' })
  input!: string;

  @Field(() => MissingReason, { description: 'Why it could not be used.' })
  reason!: MissingReason;

  @Field(() => String, { description: 'The same in words.' })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A summand of a score. All of them sum to it.' })
export class SignalTerm {
  @Field(() => TermKind, { description: 'How it comes in.' })
  kind!: TermKind;

  @Field(() => String, { description: "The part's name, which is another signal's key where it is one; or the rule's." })
  key!: string;

  @Field(() => Float, { description: 'Its share of the weight of those parts that there are, from 0 to 1; 0 for a rule and for a part that is missing.' })
  weight!: number;

  @Field(() => Float, { nullable: true, description: "What its score is of, in the part's unit; null for a rule and for a part that is missing." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its score, from -1 to 1; null for a rule and for a part that is missing.' })
  score!: number | null;

  @Field(() => Float, { description: 'What it adds to the score.' })
  contribution!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A term that is made of no other signal, and what it comes to in the score of the signal at hand.' })
export class SignalLeaf {
  @Field(() => String, { description: 'The key of the signal that it is a term of.' })
  signal!: string;

  @Field(() => String, { description: "The term's name there." })
  term!: string;

  @Field(() => Float, { description: 'Its share of the whole score, from 0 to 1.' })
  weight!: number;

  @Field(() => Float, { nullable: true, description: 'Its score, from -1 to 1; null where it is missing.' })
  score!: number | null;

  @Field(() => Float, { description: 'What it adds to the score before caps, vetoes and the like.' })
  contribution!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A fact that a signal rests on.' })
export class SignalEvidence {
  @Field(() => String, { description: 'What it is, in a few words.' })
  label!: string;

  @Field(() => Float, { nullable: true, description: 'Its value in `unit`; null where it has none.' })
  value!: number | null;

  @Field(() => String, { description: 'The unit of `value`.' })
  unit!: string;

  @Field(() => IsoDateScalar, { description: 'The day that it is about; a period by its first day.' })
  observedOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The first day that it could be read.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'How sure `knownOn` is.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => String, { description: 'The key of the signal that it is evidence of, this one or one that it is made of.' })
  signal!: string;

  @Field(() => String, { description: 'The term of that signal.' })
  term!: string;

  @Field(() => Float, { description: 'The share of the whole score that the term has, from 0 to 1; 0 where it is only shown.' })
  weight!: number;

  @Field(() => Float, { description: 'What the term adds to the score before caps, vetoes and the like. Facts of one term all have the same.' })
  contribution!: number;

  type!: string;
  nodeKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A signal as it read at the knowledge date, told from what was known then and nothing else.' })
export class Signal {
  @Field(() => String, { description: 'Its key: `soft-landing`.' })
  key!: string;

  @Field(() => IsoDateScalar, { description: 'The knowledge date that it is told for.' })
  asOf!: IsoDate;

  @Field(() => Int, { description: 'The version of its definition.' })
  version!: number;

  @Field(() => Float, { nullable: true, description: "Its value in the definition's unit; null where too little was known." })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Its score, from -1 to 1: 1 speaks fully for a rotation into small caps. Null where too little was known, and for what is shown and not scored.',
  })
  score!: number | null;

  @Field(() => State, { nullable: true, description: 'What the score says; null for what is shown and not scored.' })
  state!: State | null;

  @Field(() => String, { description: 'The same in one English sentence, made from the evidence.' })
  sentence!: string;

  @Field(() => Boolean, { description: 'True where it is told without some of its inputs.' })
  isPartial!: boolean;

  @Field(() => Boolean, { description: 'True where it rests on a basket whose members were picked after the knowledge date, perhaps for what they did by then.' })
  isHindsight!: boolean;

  @Field(() => KnownOnBasis, { nullable: true, description: 'The weakest ground on which any of its evidence was known; null without evidence.' })
  knownOnBasis!: KnownOnBasis | null;

  /** The same in all rows of a list, and told while planning. */
  keys!: readonly string[];
  roles!: RoleNames;
  missing!: unknown;
  terms!: unknown;
  leaves!: unknown;
  leaning!: unknown;
  evidence!: unknown;
}

/** A parent of which it is told while planning which signals are asked for, and of whom. */
export type PlannedSignal = Omit<Row<Signal>, 'keys' | 'roles'> & Pick<Signal, 'keys' | 'roles'>;

@Resolver(() => Signal)
export class SignalFields {
  @FieldResolver(() => [SignalLack], { description: 'The inputs that it has to do without.' })
  @Sized({ size: 4 })
  missing(@Root() { missing }: Row<Signal>): Sql {
    return lacksIn(missing);
  }

  @FieldResolver(() => [SignalTerm], { description: 'What its score is the sum of.' })
  @Sized({ size: 8 })
  contributions(@Root() { terms }: Row<Signal>): Sql {
    return termsIn(terms);
  }

  @FieldResolver(() => [SignalLeaf], { description: 'The same down to the terms that are made of no other signal, with their weights.' })
  @Sized({ size: 20 })
  leaves(@Root() { leaves }: Row<Signal>): Sql {
    return leavesIn(leaves);
  }
}

/** What a reading lacks, the terms of its score and those down to the last, out of JSON. */
export const lacksIn = (json: unknown): Sql => sql`SELECT * FROM json_to_recordset(${json}::json) AS l(input text, reason text, text text)`;
export const termsIn = (json: unknown): Sql => sql`SELECT * FROM json_to_recordset(${json}::json) AS t(kind text, key text, weight float8, value float8, score float8, contribution float8)`;
export const leavesIn = (json: unknown): Sql => sql`SELECT * FROM json_to_recordset(${json}::json) AS l(signal text, term text, weight float8, score float8, contribution float8)`;
