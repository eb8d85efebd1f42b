import { type RoleNames, type Roles, refuseSame } from '../../signals/Roles';
import type { At } from '../../store/at';
import type { Loaders } from '../context';
import { Later } from '../planner/Later';
import { standsOn } from './standsOn';

/** JSON of what is told of the basket and the funds that are asked for. @throws {InvalidInput} for a fund against itself. */
export function toldOfRoles(names: RoleNames, at: At, tell: (loaders: Loaders, roles: Roles) => unknown): Later {
  refuseSame(names);
  const { asOf } = standsOn(at);
  return new Later(async (loaders) => JSON.stringify(await tell(loaders, await loaders.roles.load({ ...names, asOf }))));
}
