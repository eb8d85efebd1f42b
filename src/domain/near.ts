/** Most names that are offered in place of one that is not known. */
const MOST = 3;

/** Longer texts are no names. */
const LONGEST = 40;

/**
 * Which of `known` somebody may have meant by `said`, the nearest first: what differs from it by at most one slip for every three letters (a letter too many, too few or
 * another, or two exchanged), or begins with it; where one differs by capitals alone, nothing else.
 */
export function nearest(said: string, known: readonly string[]): readonly string[] {
  if (said === '' || said.length > LONGEST) return [];
  const asked = said.toUpperCase();
  const most = Math.max(1, Math.floor(asked.length / 3));
  const found = [...new Set(known)].flatMap((name) => {
    const other = name.toUpperCase();
    const distance = Math.abs(other.length - asked.length) > most ? Infinity : slipsBetween(asked, other);
    return distance <= most ? [{ name, distance }] : other.startsWith(asked) ? [{ name, distance: most + 1 }] : [];
  });
  const same = found.filter(({ distance }) => distance === 0);
  return (same.length > 0 ? same : found).sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, MOST).map(({ name }) => name);
}

/** Every text that is one slip away from `said`, and `said` itself; none where it is no ticker or number. */
export function oneSlipFrom(said: string, alphabet: string): readonly string[] {
  if (!/^[!-~]{1,12}$/.test(said)) return [];
  const places = Array.from({ length: said.length + 1 }, (_, i) => [said.slice(0, i), said.slice(i)] as const);
  const slips = places.flatMap(([head, tail]) => [
    ...(tail === '' ? [] : [head + tail.slice(1)]),
    ...(tail.length < 2 ? [] : [`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`]),
    ...Array.from(alphabet).flatMap((letter) => [head + letter + tail, ...(tail === '' ? [] : [head + letter + tail.slice(1)])]),
  ]);
  return [...new Set([said, ...slips])].filter((text) => text !== '');
}

/** How many slips lie between two texts: the optimal string alignment distance (Damerau, 1964; no letter is touched twice). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1), isExchanged ? at(i - 2, j - 2) + 1 : Infinity));
    }
  }
  return at(a.length, b.length);
}
