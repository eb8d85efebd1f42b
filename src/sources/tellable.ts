import { Closes } from '../domain/closes';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';

/** Something that a caller may say of a file beside its bytes. */
export interface Tellable<T> {
  /** As it stands in the usage: `IWM`. */
  readonly example: string;
  /** Completes "expected ...". */
  readonly expected: string;
  readonly parse: (text: string) => T | undefined;
}

const DAY = 'a day written YYYY-MM-DD';

const code = (example: string, what: string, pattern: RegExp): Tellable<string> => ({
  example,
  expected: `${what} such as ${example}`,
  parse: (text) => (pattern.test(text) ? text.toUpperCase() : undefined),
});

const day = (example: string): Tellable<IsoDate> => ({ example, expected: DAY, parse: parseIsoDate });

const oneOf = <T extends string>(words: readonly T[]): Tellable<T> => ({
  example: words.join('|'),
  expected: `one of ${words.join(', ')}`,
  parse: (text) => words.find((word) => word === text.trim().toUpperCase()),
});

/**
 * All that a caller may say, by its name on the command line: `--observed-on`. In a manifest the same name has
 * underscores, in `Told` a capital.
 */
export const tellable = {
  fund: code('IWM', 'a ticker', /^[a-z0-9][a-z0-9.-]{0,19}$/i),
  'observed-on': day('2024-09-27'),
  'known-on': day('2024-09-30'),
  series: code('UNRATE', 'a code', /^[a-z0-9_]{1,40}$/i),
  symbol: code('IWM', 'a ticker', /^\^?[a-z0-9][a-z0-9.-]{0,19}$/i),
  closes: oneOf(Object.values(Closes)),
} as const satisfies Readonly<Record<string, Tellable<string>>>;

type Option = keyof typeof tellable;

type CamelCase<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Text;

/** What the caller says of a file beside its bytes. A reader refuses a file that says otherwise. */
export type Told = { readonly [One in Option as CamelCase<One>]?: NonNullable<ReturnType<(typeof tellable)[One]['parse']>> } & {
  /** The file's name without its folder, for formats whose names carry a day. */
  readonly fileName?: string;
};

export const tellableNames = Object.keys(tellable) as readonly Option[];
