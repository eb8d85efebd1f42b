import type { AssetClass } from './assetClass';
import { cusipOfIsin } from './identifiers';

/** By what a listing was found to be the security that it is taken for, the surest ground first. */
export enum SecurityMatch {
  CUSIP = 'CUSIP',
  ISIN = 'ISIN',
  TICKER = 'TICKER',
  NAME = 'NAME',
  NONE = 'NONE',
}

/** One wording of a listing, as a source gave it. */
export interface Wording {
  /** The key of its listing, from `securityKeys`: wordings that share it are one security. */
  readonly listing: string;
  readonly assetClass: AssetClass;
  readonly ticker: string | null;
  readonly name: string;
  readonly cusip: string | null;
  readonly isin: string | null;
}

/** What a listing is taken for. */
export interface Matched {
  /** The key of the security, which is the key of one of its listings. */
  readonly security: string;
  readonly by: SecurityMatch;
}

/** Listings that an identifier ties together. */
interface Group {
  readonly listings: Set<string>;
  readonly wordings: Wording[];
}

/**
 * Which listings are one security: those that share a CUSIP or an ISIN, however they are called; and a group of
 * listings with identifiers but no ticker joins the one group with a ticker that bears its name, unless others of
 * either kind would do as well or their CUSIPs differ. All else stands for itself.
 *
 * It follows from the set of wordings alone, not from their order: the key of a security is the first of its
 * listings' keys in the order of letters, those with a ticker before all others.
 */
export function matchSecurities(wordings: readonly Wording[]): ReadonlyMap<string, Matched> {
  const groups = groupsByIdentifier(wordings);
  const joined = joinedByName(groups);
  return new Map(
    groups.flatMap((group) => {
      const home = joined.get(group);
      const security = keyOf(home ?? group);
      return [...group.listings].map((listing): [string, Matched] => {
        const by = home === undefined ? groundWithin(group, listing, security) : SecurityMatch.NAME;
        return [listing, { security, by }];
      });
    }),
  );
}

function groupsByIdentifier(wordings: readonly Wording[]): readonly Group[] {
  const groupOf = new Map<string, Group>();
  for (const wording of wordings) {
    const found = new Set(marksOf(wording).flatMap((mark) => groupOf.get(mark) ?? []));
    const [group = { listings: new Set<string>(), wordings: [] }, ...others] = found;
    group.wordings.push(wording, ...others.flatMap((other) => other.wordings));
    for (const { listing } of group.wordings) group.listings.add(listing);
    const members = others.length === 0 ? [wording] : group.wordings;
    for (const mark of members.flatMap(marksOf)) groupOf.set(mark, group);
  }
  return [...new Set(groupOf.values())];
}

/** All by which a wording may be tied to another. */
const marksOf = (wording: Wording): readonly string[] =>
  [`listing ${wording.listing}`, cusipOf(wording) ?? [], wording.isin ?? []].flat();

const cusipOf = ({ cusip, isin }: Wording): string | null => cusip ?? (isin === null ? null : cusipOfIsin(isin));

const hasTicker = ({ wordings }: Group): boolean => wordings.some(({ ticker }) => ticker !== null);

function keyOf({ wordings }: Group): string {
  const ticked = wordings.filter(({ ticker }) => ticker !== null);
  return (ticked.length > 0 ? ticked : wordings).map(({ listing }) => listing).reduce((a, b) => (a < b ? a : b));
}

/** For each group that only its name ties to another, that other. */
function joinedByName(groups: readonly Group[]): ReadonlyMap<Group, Group> {
  const bearers = new Map<string, { ticked: Set<Group>; nameless: Set<Group> }>();
  for (const group of groups) {
    const side = hasTicker(group) ? 'ticked' : 'nameless';
    if (side === 'nameless' && group.wordings.every((wording) => marksOf(wording).length === 1)) continue;
    for (const name of new Set(group.wordings.map(plainName))) {
      const there = bearers.get(name) ?? { ticked: new Set(), nameless: new Set() };
      there[side].add(group);
      bearers.set(name, there);
    }
  }
  const joined = new Map<Group, Group | null>();
  for (const { ticked, nameless } of bearers.values()) {
    const [home] = ticked;
    const [guest] = nameless;
    if (home === undefined || guest === undefined) continue;
    const isSure = ticked.size === 1 && nameless.size === 1 && !cusipsDiffer(home, guest);
    const said = joined.get(guest);
    for (const one of nameless) joined.set(one, isSure && (said === undefined || said === home) ? home : null);
  }
  const guests = (home: Group): number => [...joined.values()].filter((other) => other === home).length;
  return new Map([...joined].flatMap(([guest, home]) => (home === null || guests(home) > 1 ? [] : [[guest, home] as const])));
}

const cusipsDiffer = (one: Group, other: Group): boolean =>
  [one, other].every(({ wordings }) => wordings.some((wording) => cusipOf(wording) !== null));

function groundWithin({ listings, wordings }: Group, listing: string, security: string): SecurityMatch {
  const own = wordings.filter((wording) => wording.listing === listing);
  if (listing === security || listings.size === 1) {
    if (own.some(({ ticker }) => ticker !== null)) return SecurityMatch.TICKER;
    return own.every((wording) => marksOf(wording).length === 1) ? SecurityMatch.NAME : SecurityMatch.NONE;
  }
  const others = wordings.filter((wording) => wording.listing !== listing);
  const isShared = (cusip: string): boolean => others.some((other) => cusipOf(other) === cusip);
  return own.some((wording) => isShared(cusipOf(wording) ?? '')) ? SecurityMatch.CUSIP : SecurityMatch.ISIN;
}

/**
 * How a wording's name is compared: with its asset class, without case, punctuation, spaces and words for the kind of
 * company, which one source writes, another cuts short and the next leaves out. A class of shares counts wherever it stands.
 */
function plainName({ assetClass, name }: Wording): string {
  const classes: string[] = [];
  const unclassed = name.toUpperCase().replaceAll(/\bCL(?:ASS)?\.? ([A-Z])\b/g, (_, letter: string) => {
    classes.push(letter);
    return ' ';
  });
  const words = unclassed.replaceAll(/[.,'’]/g, '').replaceAll(/\+|\bAND\b/g, '&').split(/[^\p{L}\p{N}&]+/u);
  const telling = words.filter((word) => word !== '' && !KINDS_OF_COMPANY.has(word)).join('').replace(/&$/, '');
  return [assetClass, telling === '' ? name.toUpperCase() : telling, ...classes].join(' ');
}

const KINDS_OF_COMPANY = new Set(
  ['THE', 'INC', 'INCORPORATED', 'CORP', 'CORPORATION', 'CO', 'COMPANY', 'LTD', 'LIMITED', 'PLC', 'LLC', 'LP', 'NV', 'SA', 'AG'],
);
