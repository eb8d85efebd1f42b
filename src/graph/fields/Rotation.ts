import { Args, ArgsType, Ctx, Field, FieldResolver, Float, ObjectType, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { RotationPhase, phaseOf, phaseSentence } from '../../signals/rotationPhase';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import type { ReadingRow } from '../readingLoader';
import { Sized } from '../planner/declare';
import { Later } from '../planner/Later';
import { Missing, missingOf } from './Missing';
import { readingsAt } from './readingsAt';
import { Signal } from './Signal';
import { Standing } from './Standing';
import { standsOn } from './standsOn';

registerEnumType(RotationPhase, {
  name: 'RotationPhase',
  description: 'How far a rotation into small caps has come.',
  valuesConfig: {
    DORMANT: { description: 'Neither catalyst speaks for it.' },
    BUILDING: { description: 'One of the two catalysts does.' },
    TRIGGERED: { description: 'Both do.' },
    UNDERWAY: { description: 'Both do, and small caps lead over 63 trading days.' },
  },
});

@ArgsType()
class RotationArguments {
  @Field(() => String, { defaultValue: 'IWM', description: 'The ticker that stands for small caps in the lead and the phase.' })
  readonly small!: string;

  @Field(() => String, { defaultValue: 'SPY', description: 'The ticker that they are held against.' })
  readonly large!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The thesis of a rotation out of the mega-caps into small caps as it stood at the knowledge date: both catalysts, what confirms them, and what came of it.' })
class Rotation {
  @Field(() => IsoDateScalar, { description: 'The knowledge date that it is told for.' })
  asOf!: IsoDate;

  @Field(() => RotationPhase, { nullable: true, description: 'How far it has come; null where either catalyst could not be told.' })
  phase!: RotationPhase | null;

  @Field(() => String, { description: 'The phase, what it is told from and what came of it, in one English sentence.' })
  sentence!: string;

  @Field(() => Float, { nullable: true, description: 'What the ticker of small caps returned more than the other over 63 trading days, dividends reinvested, in percentage points; null where the closes of either were not known. It is no part of any score.' })
  lead!: number | null;
}

@Resolver()
export class RotationQuery {
  @Query(() => Rotation, { nullable: true, description: 'Whether money is rotating from the mega-caps into small caps, as known at the knowledge date: by both catalysts, which it needs, and what confirms them.' })
  rotation(@Args(() => RotationArguments) { small, large }: RotationArguments, @Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Sql {
    if (small === large) throw new InvalidInput(`'small' and 'large' are both ${small}: expected two.`);
    const standing = standsOn(at);
    const row = new Later(async ({ readings, leads }) => {
      const keys = ['mag7-unwind', 'soft-landing', 'confirmation'] as const;
      const [unwind, landing, confirmation] = (await Promise.all(keys.map((key) => readings.load({ key, ...standing })))) as [ReadingRow, ReadingRow, ReadingRow];
      const lead = await leads.load({ small, large, ...standing });
      const phase = phaseOf(unwind, landing, lead);
      return JSON.stringify({ as_of: standing.asOf, phase, sentence: phaseSentence(standing.asOf, phase, { unwind, landing, confirmation }, lead), lead: lead.lead });
    });
    return sql`SELECT * FROM json_to_record(${row}::json) AS r(as_of date, phase text, sentence text, lead float8)`;
  }
}

@Resolver(() => Rotation)
export class RotationFields {
  @FieldResolver(() => Signal, { description: 'The signal `rotation`: both catalysts and the acceleration of small companies\' earnings in one score.' })
  whole(@Ctx() { at }: Planning): Sql {
    return readingsAt(['rotation'], at);
  }

  @FieldResolver(() => Signal, { description: 'The first catalyst, the signal `mag7-unwind`.' })
  unwinding(@Ctx() { at }: Planning): Sql {
    return readingsAt(['mag7-unwind'], at);
  }

  @FieldResolver(() => Signal, { description: 'The second catalyst, the signal `soft-landing`.' })
  softLanding(@Ctx() { at }: Planning): Sql {
    return readingsAt(['soft-landing'], at);
  }

  @FieldResolver(() => Signal, { description: 'What confirms it, the signal `confirmation`: shown beside the catalysts.' })
  confirmation(@Ctx() { at }: Planning): Sql {
    return readingsAt(['confirmation'], at);
  }

  @FieldResolver(() => [Missing], { description: 'Why its fields are null; what the catalysts lack they tell themselves.' })
  @Sized({ size: 2 })
  missing(@Root() { phase, lead }: Row<Rotation>): Sql {
    return missingOf({ phase: sql`${phase}::text IS NOT NULL`, lead: sql`${lead}::float8 IS NOT NULL` });
  }
}
