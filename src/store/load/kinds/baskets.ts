import { type DatedMember, datedMembers } from '../baskets/datedMembers';
import { copyLine, copyLines } from '../copyLines';
import { type Provenance, defineFactKind } from '../defineFactKind';
import type { LoadedFacts } from '../LoadRequest';

/** Each stay by itself is new, or was there already; that it ended is another version of it. */
export default defineFactKind({
  key: 'baskets',
  tables: ['basket_member', 'basket'],
  counted: 'basket_member',

  async prepare(client, request, reports, sha256) {
    const all: DatedMember[] = [];
    for (const report of reports) all.push(...(await datedMembers(client, request, report, sha256)));
    return {
      facts: [...new Set(all.map(({ line }) => line.basket))].map((key) => loaded(key, all.filter(({ line }) => line.basket === key))),
      append: async (provenance) => {
        await client.query(BASKETS, [all.map(({ line }) => line.basket), all.map(({ line }) => line.title)]);
        await copyLines(client, `basket_member (${COLUMNS})`, lines(all, provenance));
      },
    };
  },
});

function loaded(basket: string, members: readonly DatedMember[]): LoadedFacts {
  const inOrder = [...members].sort((a, b) => (a.observedOn < b.observedOn ? -1 : Number(a.observedOn > b.observedOn)));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError(`The basket ${basket} has no member.`);
  const { observedOn: to, knownOn, knownOnBasis, provenOn } = last;
  const rowsAdded = members.filter(({ isNew }) => isNew).length;
  return { kind: 'baskets', about: basket, from: first.observedOn, to, knownOn, knownOnBasis, provenOn, rows: members.length, rowsAdded };
}

/** Where files call a basket differently the first title in the order of letters stands: whichever order they come in. */
const BASKETS = `
  INSERT INTO basket (key, title)
  SELECT key, coalesce(min(title COLLATE "C"), key) FROM unnest($1::text[], $2::text[]) b(key, title) GROUP BY key
  ON CONFLICT (key) DO UPDATE SET title = EXCLUDED.title
  WHERE EXCLUDED.title <> basket.key AND (basket.title = basket.key OR EXCLUDED.title < basket.title)`;

const COLUMNS = `basket_key, listing, symbol, stands_for, member_from, member_until, observed_on, known_on, known_on_basis, proven_on,
  precedence, document_id, load_id`;

function* lines(members: readonly DatedMember[], { precedence, documentId, loadId }: Provenance): Generator<string> {
  for (const { line, listing, standsFor, observedOn, knownOn, knownOnBasis, provenOn, isNew } of members) {
    if (!isNew) continue;
    const known = [observedOn, knownOn, knownOnBasis, provenOn, precedence, documentId, loadId];
    yield copyLine([line.basket, listing, line.symbol, standsFor, line.from, line.until, ...known]);
  }
}
