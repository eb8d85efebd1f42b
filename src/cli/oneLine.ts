/**
 * Text from a file or its name as one line that a terminal shows and does not obey: control characters are
 * written out, `\u{1b}`.
 */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
