import { Extensions } from 'type-graphql';

/** What the fields of this project declare beside their type. Read by the cost walk and the planner. */
export interface Declared {
  /** A connection: the most that `first` may be. */
  readonly cap?: number;
  /** A list without a page: how many items to count for it. */
  readonly size?: number;
  /** Arguments of which exactly one is given. */
  readonly oneOf?: readonly string[];
  /** Computed in TypeScript from these properties of the parent, after the statement has run. */
  readonly requires?: readonly string[];
}

/** A connection of at most `cap` items a page. */
export const Paged = ({ cap }: { readonly cap: number }) => declare({ cap });

/** A field that is asked with exactly one of some arguments; else it is BAD_USER_INPUT. */
export const Exactly = ({ oneOf }: { readonly oneOf: readonly string[] }) => declare({ oneOf });

/** A list that comes whole, of about `size` items. */
export const Sized = ({ size }: { readonly size: number }) => declare({ size });

/**
 * A field computed in TypeScript. Its method gets a parent that holds the values of `requires` and
 * nothing else; it must be nullable, so that its failure costs no more than itself.
 */
export const Computed = ({ requires }: { readonly requires: readonly string[] }) => declare({ requires });

const declare = (declared: Declared): MethodDecorator & PropertyDecorator => Extensions({ ...declared });
