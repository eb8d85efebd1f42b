import type { Reading } from './Reading';
import type { Part } from './Score';

/** Another signal as a part of a score. */
export const partOf = ({ key, value, score }: Reading, weight: number): Part => ({ key, weight, value, score });
