import { grouped } from '../../../domain/grouped';
import { type DatedMember, datedMembers } from '../baskets/datedMembers';
import { copyLine, copyLines } from '../copyLines';
import { type Provenance, defineFactKind, factsOfEach } from '../defineFactKind';

/** Each stay by itself is new, or was there already; that it ended is another version of it. */
export default defineFactKind({
  key: 'baskets',
  tables: ['basket_member', 'basket'],
  counted: 'basket_member',

  async prepare(client, request, reports, sha256) {
    const all: DatedMember[] = [];
    for (const report of reports) all.push(...(await datedMembers(client, request, report, sha256)));
    return {
      facts: [...grouped(all, ({ line }) => line.basket)].map(([key, members]) => factsOfEach('baskets', key, members)),
      append: async (provenance) => {
        await client.query(BASKETS, [all.map(({ line }) => line.basket), all.map(({ line }) => line.title)]);
        await copyLines(client, `basket_member (${COLUMNS})`, lines(all, provenance));
      },
    };
  },
});

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
