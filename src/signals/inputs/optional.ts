import type { Input } from './Input';

/** The same, where a signal can do without it: it then gets a null, and says that it is partial. */
export const optional = <Value>(input: Input<Value>): Input<Value | null> => ({ ...input, isOptional: true });
