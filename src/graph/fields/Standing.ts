import { ArgsType, Field } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Knowledge } from '../../domain/knowledge';

/** What every root field takes: where the reader stands. The planner reads it; all below inherits it. */
@ArgsType()
export class Standing {
  @Field(() => IsoDateScalar, {
    nullable: true,
    description: "The knowledge date: use only what was known by that day's end in New York. Left out: today, or the last day of a simulated market. Not in the future.",
  })
  readonly asOf?: IsoDate | null;

  @Field(() => Knowledge, { defaultValue: Knowledge.ANY, description: 'Whether assumed days of knowledge count.' })
  readonly knowledge!: Knowledge;
}
