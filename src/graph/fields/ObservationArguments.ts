import { ArgsType, Field } from 'type-graphql';
import { Print } from '../../domain/indicators/Print';
import { Transform } from '../../domain/indicators/transforms/Transform';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Page } from '../planner/Page';

/** What is asked of an indicator's periods, beside the page. */
@ArgsType()
export class ObservationArguments extends Page {
  @Field(() => IsoDateScalar, { nullable: true, description: "Only periods dated on this day or later. What a transform takes from before it is read too." })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Only periods dated on this day or before.' })
  readonly to?: IsoDate | null;

  @Field(() => Transform, { defaultValue: Transform.LEVEL, description: 'What to tell of each period.' })
  readonly transform!: Transform;

  @Field(() => Print, { defaultValue: Print.AS_OF, description: 'Which version of each period.' })
  readonly print!: Print;
}
