import type { Input } from './Input';

/** The same, read only of the days on which the signal's function asks anything of it: for what stands in where something else cannot be told. */
export const ifAsked = <Asked extends (...of: never[]) => unknown>(input: Input<Asked>): Input<Asked> => ({ ...input, isSpare: true });
