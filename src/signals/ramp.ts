/** Values with the scores that they have, in the order of the values: linear between them, clamped beyond the first and the last. */
export type Anchors = readonly (readonly [value: number, score: number])[];

/** The score of a value, from -1 to 1. */
export function scoreOf(value: number, anchors: Anchors): number {
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('There is no anchor.');
  if (value <= first[0]) return first[1];
  for (let i = 1; i < anchors.length; i += 1) {
    const [[x0, y0], [x1, y1]] = [anchors[i - 1] ?? first, anchors[i] ?? last];
    if (value <= x1) return y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
  }
  return last[1];
}
