import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { panel } from '../evaluation/panel';
import type { Roles } from '../signals/Roles';
import { signalByKey } from '../signals/signals';
import type { Read } from '../store/Reader';
import { eachOnce } from './eachOnce';

/** Which signals are asked for, and at which days. */
interface AskedPanel {
  readonly keys: readonly string[];
  readonly roles: Roles;
  readonly days: readonly IsoDate[];
  readonly knowledge: Knowledge;
}

/** Panels of signals as rows of SQL, a list a column; the same one asked twice is evaluated once. */
export const panelLoader = (read: Read) =>
  eachOnce(async ({ keys, roles, days, knowledge }: AskedPanel) =>
    (await panel(read, keys.map((key) => signalByKey(key).of(roles)), days, knowledge)).map(({ key, days: dates, values, scores, states, knownOnBases }) => ({ key, dates, values, scores, states, bases: knownOnBases })),
  );
