import { ArgsType, Field, Int } from 'type-graphql';
import type { Declared } from './declare';

/** Which part of a connection is asked for. */
@ArgsType()
export class Page {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the beginning, at most; 100 where neither this nor `last` is given. More than the field allows is BAD_USER_INPUT.',
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which to begin, from the same question.' })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many up to the end, at most; they keep their order. Not together with `first`.' })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor before which to end, from the same question.' })
  readonly before?: string | null;
}

/** What `first` means where it is left out and more is allowed. */
const DEFAULT_PAGE = 100;

/** As an operation's coerced arguments hold it. */
export type Sized = Pick<Page, 'first' | 'last'>;

/** How many items a page of a field has at most. */
export const pageSize = ({ first, last }: Sized, { cap = DEFAULT_PAGE }: Declared): number =>
  first ?? last ?? Math.min(DEFAULT_PAGE, cap);

/** True for a page that is read from its end. */
export const isFromEnd = ({ first, last }: Sized): boolean => first == null && last != null;
