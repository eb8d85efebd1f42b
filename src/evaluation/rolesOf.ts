import { InvalidInput } from '../domain/errors';
import type { IsoDate } from '../domain/isoDate';
import { nearest } from '../domain/near';
import { listingOf } from '../domain/securityKey';
import { DEFAULT_NAMES, DEFAULT_ROLES, type RoleNames, type Roles, basketRole, fundRole, refuseSame, roleText } from '../signals/Roles';
import { basketByKey } from '../store/reads/baskets';
import { namedListings, unknownAmong } from '../store/reads/listings';
import { basketsNear, etfsNear } from '../store/reads/near';
import type { Read } from '../store/Reader';
import { type Sql, sql } from '../store/sql';
import { readJson } from './readJson';

/**
 * Of whom signals are told, by what is asked; tickers as they were meant on a day. Nothing is read for those that are meant where nobody is named.
 * @throws {InvalidInput} for a basket or a ticker of which there is nothing, with what is close to it, and for a fund against itself.
 */
export async function rolesOf(read: Read, names: RoleNames, asOf: IsoDate): Promise<Roles> {
  if (roleText(names) === roleText(DEFAULT_NAMES)) return DEFAULT_ROLES;
  refuseSame(names);
  const { title, unknown } = await readJson<{ title: string | null; unknown: readonly string[] }>(
    read,
    sql`SELECT json_build_object('title', (SELECT b.title FROM (${basketByKey(names.basket)}) b), 'unknown', (SELECT coalesce(json_agg(u.symbol), '[]') FROM (${unknownAmong(namedListings([names.small, names.large], asOf))}) u))`,
  );
  if (title === null) throw await thereIsNo(read, `basket '${names.basket}'`, names.basket, basketsNear(names.basket));
  const [first] = unknown;
  if (first !== undefined) throw await thereIsNo(read, `fund '${first}', nor any close of it`, first, etfsNear(first));
  const fund = (symbol: string) => fundRole(symbol, listingOf(symbol, asOf));
  return {
    basket: names.basket === DEFAULT_NAMES.basket ? DEFAULT_ROLES.basket : basketRole(names.basket, title),
    small: names.small === DEFAULT_NAMES.small ? DEFAULT_ROLES.small : fund(names.small),
    large: names.large === DEFAULT_NAMES.large ? DEFAULT_ROLES.large : fund(names.large),
  };
}

async function thereIsNo(read: Read, what: string, said: string, near: Sql): Promise<InvalidInput> {
  const close = nearest(said, await readJson<readonly string[]>(read, sql`SELECT coalesce(json_agg(n.key), '[]') FROM (${near}) n`));
  return new InvalidInput(`There is no ${what}.${close.length > 0 ? ` Close to it: ${close.join(', ')}.` : ''}`);
}
