import { Args, Ctx, Field, FieldResolver, Float, ObjectType, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { RoleNames } from '../../signals/Roles';
import { RotationPhase, phaseOf, phaseSentence } from '../../signals/rotationPhase';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import type { ReadingRow } from '../readingLoader';
import { Sized } from '../planner/declare';
import { ToldSql } from '../planner/Later';
import { Missing, missingOf } from './Missing';
import { RoleArguments, namesIn } from './RoleArguments';
import { readingsAt } from './readingsAt';
import { Signal } from './Signal';
import { Standing } from './Standing';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

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

  /** Told while planning. */
  roles!: RoleNames;
}

type Planned = Pick<Rotation, 'roles'>;

@Resolver()
export class RotationQuery {
  @Query(() => Rotation, { nullable: true, description: 'Whether money is rotating from the mega-caps into small caps, as known at the knowledge date: by both catalysts, which it needs, and what confirms them.' })
  rotation(@Args(() => RoleArguments) asked: RoleArguments, @Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Sql {
    const names = namesIn(asked);
    const standing = standsOn(at);
    const row = toldOfRoles(names, at, async (loaders, roles) => {
      const keys = ['mag7-unwind', 'soft-landing', 'confirmation'] as const;
      const [unwind, landing, confirmation] = (await Promise.all(keys.map((key) => loaders.readings.load({ key, roles, isBrief: true, ...standing })))) as [ReadingRow, ReadingRow, ReadingRow];
      const lead = await loaders.leads.load({ small: names.small, large: names.large, ...standing });
      const phase = phaseOf(unwind, landing, lead);
      return { as_of: standing.asOf, phase, sentence: phaseSentence(standing.asOf, phase, { unwind, landing, confirmation }, lead, roles.basket), lead: lead.lead };
    });
    return new ToldSql(sql`SELECT * FROM json_to_record(${row}::json) AS r(as_of date, phase text, sentence text, lead float8)`, { roles: names });
  }
}

@Resolver(() => Rotation)
export class RotationFields {
  @FieldResolver(() => Signal, { description: 'The signal `rotation`: both catalysts and the acceleration of small companies\' earnings in one score.' })
  whole(@Root() { roles }: Planned, @Ctx() planning: Planning): Sql {
    return readingsAt(['rotation'], roles, planning);
  }

  @FieldResolver(() => Signal, { description: 'The first catalyst, the signal `mag7-unwind`.' })
  unwinding(@Root() { roles }: Planned, @Ctx() planning: Planning): Sql {
    return readingsAt(['mag7-unwind'], roles, planning);
  }

  @FieldResolver(() => Signal, { description: 'The second catalyst, the signal `soft-landing`.' })
  softLanding(@Root() { roles }: Planned, @Ctx() planning: Planning): Sql {
    return readingsAt(['soft-landing'], roles, planning);
  }

  @FieldResolver(() => Signal, { description: 'What confirms it, the signal `confirmation`: shown beside the catalysts.' })
  confirmation(@Root() { roles }: Planned, @Ctx() planning: Planning): Sql {
    return readingsAt(['confirmation'], roles, planning);
  }

  @FieldResolver(() => [Missing], { description: 'Why its fields are null; what the catalysts lack they tell themselves.' })
  @Sized({ size: 2 })
  missing(@Root() { phase, lead }: Row<Rotation>): Sql {
    return missingOf({ phase: sql`${phase}::text IS NOT NULL`, lead: sql`${lead}::float8 IS NOT NULL` });
  }
}
