import type { PoolClient } from 'pg';
import { dayInNewYork } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import { type Circumstances, type Known, knownOn } from './knownOn';
import type { LoadRequest } from './LoadRequest';

/** What decides for all that a file says when it counts as known. */
export interface FileRead extends Pick<Circumstances, 'today' | 'usual'> {
  /** Whether the file's bytes were read before. */
  readonly isReadBefore: boolean;
}

export async function fileRead(client: PoolClient, { source, now }: LoadRequest, sha256: string): Promise<FileRead> {
  const { rowCount } = await client.query('SELECT FROM source_document WHERE source = $1 AND sha256 = $2', [source.key, sha256]);
  return { today: dayInNewYork(now), usual: source.usualKnownOn, isReadBefore: rowCount !== 0 };
}

/** What a file says of one thing on one day, beside what the same source said of it before. */
export interface Saying<Version extends Known> extends FileRead, Pick<Circumstances, 'about' | 'observedOn' | 'claimed'> {
  /** What is there, first known first. */
  readonly versions: readonly Version[];
  /** Whether a version says the same. */
  readonly isSame: (version: Version) => boolean;
}

/** The days of a version, and whether it has yet to be added. */
export interface DatedVersion extends Known {
  readonly isNew: boolean;
}

/**
 * When it counts as known, and whether it is a version of its own. Bytes that were read before add nothing, nor does what was known by then
 * already; unless it is now said to have been readable earlier than was proven, or an undated file tells what until now was
 * known only from a later day. Of what is there already the days are those it has.
 *
 * @throws {InvalidInput} if its days cannot be.
 */
export function versionOfDay<Version extends Known>(saying: Saying<Version>): DatedVersion {
  const { claimed, isReadBefore, versions, isSame } = saying;
  const known = knownOn({ ...saying, othersKnownOn: versions.map((version) => version.knownOn) });
  const before = versions.filter((version) => claimed === null || version.knownOn <= claimed).at(-1);
  if (before === undefined) return { ...known, isNew: true };
  const addsNothing = claimed === null ? known.knownOnBasis === KnownOnBasis.FIRST_SEEN : before.provenOn <= claimed;
  const isThere = (claimed === null && isReadBefore) || (isSame(before) && addsNothing);
  if (!isThere) return { ...known, isNew: true };
  const { knownOn: day, knownOnBasis, provenOn } = before;
  return { knownOn: day, knownOnBasis, provenOn, isNew: false };
}
