import { ArgsType, Field, Int } from 'type-graphql';
import type { Declared } from './declare';

/** Which part of a connection is asked for. */
@ArgsType()
export class Page {
  @Field(() => Int, {
    nullable: true,
    description: 'How many, at most; 100 where left out. More than the field allows is BAD_USER_INPUT.',
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on, from the same question.' })
  readonly after?: string | null;
}

/** What `first` means where it is left out and more is allowed. */
const DEFAULT_PAGE = 100;

/** How many items a page of a field has at most. */
export const pageSize = (first: number | null | undefined, { cap = DEFAULT_PAGE }: Declared): number =>
  first ?? Math.min(DEFAULT_PAGE, cap);
