import type { IsoDate } from '../domain/isoDate';
import { rolesOf } from '../evaluation/rolesOf';
import type { RoleNames } from '../signals/Roles';
import type { Read } from '../store/Reader';
import { eachOnce } from './eachOnce';

/** Who is named, and on which day. */
interface AskedRoles extends RoleNames {
  readonly asOf: IsoDate;
}

/** Of whom signals are told; the same names are looked up once, and give the same. */
export const rolesLoader = (read: Read) =>
  eachOnce(({ asOf, ...names }: AskedRoles) => rolesOf(read, names, asOf));
