import type { Knowledge } from '../../domain/knowledge';
import { knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';
import { allStays, companyOfListing, stayOrder } from './baskets';

/** The listings that belong to one of some listed baskets, or ever did, as far as anything says: `listing`. */
export const listingsOfBaskets = (keys: readonly string[]): Sql => sql`SELECT m.listing FROM (${allStays}) m WHERE m.basket_key = ANY (${keys}::text[])`;

/**
 * The stays in listed baskets in all their versions, of each that first which answers, where it is known; and whose the listings are from which day
 * on: one JSON object. `membersOf` is what it tells of one day.
 */
export const basketHistory = (keys: readonly string[], knowledge: Knowledge): Sql => sql`
  SELECT json_build_object(
    'stays', (SELECT coalesce(json_agg(json_build_object('basket', m.basket_key, 'listing', m.listing, 'symbol', m.symbol, 'standsFor', m.stands_for, 'memberFrom', m.member_from,
      'memberUntil', m.member_until, 'observedOn', m.observed_on, 'readableOn', ${knownDay('m', { knowledge })}, 'knownOn', m.known_on, 'knownOnBasis', m.known_on_basis) ORDER BY ${stayOrder({ knowledge })}), '[]')
      FROM (${allStays}) m WHERE m.basket_key = ANY (${keys}::text[])),
    'companies', (SELECT coalesce(json_agg(json_build_object('listing', c.listing, 'from', c.observed_from, 'cik', ${companyOfListing(raw('c.listing'), raw('c.observed_from'))}) ORDER BY c.listing, c.observed_from), '[]')
      FROM (
        SELECT DISTINCT l.listing, t.observed_from FROM (${listingsOfBaskets(keys)}) l JOIN security_description w ON w.listing = 'EQUITY:' || l.listing
        JOIN company_match t ON t.description_id = w.id
      ) c))`;
