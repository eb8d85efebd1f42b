import type { Definition } from './defineSignal';
import type { Reading } from './Reading';
import type { State } from './State';

const VERDICTS: Readonly<Record<State, string>> = {
  FOR: ', which speaks for a rotation into small caps',
  NEUTRAL: ', which speaks neither for nor against a rotation into small caps',
  AGAINST: ', which speaks against a rotation into small caps',
  INSUFFICIENT_DATA: '',
};

/** What a reading says, in one sentence. */
export function sentenceOf({ title }: Pick<Definition, 'title'>, clause: string | null, { asOf, state, missing }: Pick<Reading, 'asOf' | 'state' | 'missing'>): string {
  const lacking = missing.map(({ text }) => text).join('; ');
  if (clause === null) return `${title} cannot be told as of ${asOf}: ${lacking}.`;
  const verdict = state === null ? '' : VERDICTS[state];
  return `${clause}${verdict}${missing.length > 0 ? ` (without all of it: ${lacking})` : ''}.`;
}
