import { ArgsType, Field } from 'type-graphql';
import { DEFAULT_NAMES, type RoleNames } from '../../signals/Roles';

/** Of whom signals are told: all below a root field inherits it. */
@ArgsType()
export class RoleArguments implements RoleNames {
  @Field(() => String, {
    defaultValue: DEFAULT_NAMES.basket,
    description: 'The key of the basket that stands for the mega-caps: `mag7`, `top7` (the seven largest by market value at the end of each day), or one of your own. BAD_USER_INPUT if there is none.',
  })
  readonly basket!: string;

  @Field(() => String, {
    defaultValue: DEFAULT_NAMES.small,
    description: 'The ticker of the fund that stands for small caps, by its total return and by the companies that it holds: `VTWO`. BAD_USER_INPUT if there is neither such a fund nor a close of it.',
  })
  readonly small!: string;

  @Field(() => String, { defaultValue: DEFAULT_NAMES.large, description: 'The ticker of the fund that stands for large caps, by its total return: `QQQ`. Another than `small`; BAD_USER_INPUT if there is none.' })
  readonly large!: string;
}

/** They alone, as plain data. */
export const namesIn = ({ basket, small, large }: RoleNames): RoleNames => ({ basket, small, large });
