import type { Loaders, Stretch } from '../context';

/** What share of the sessions after `from` up to `to` a number of days is; null where there is no session. */
export async function sessionCoverage(loaders: Loaders, { from, to }: Stretch, days: number): Promise<number | null> {
  if (to < from) return null;
  const sessions = await loaders.sessionsBetween.load({ from, to });
  return sessions === 0 ? null : days / sessions;
}
