import { copyLine, copyLines } from '../copyLines';
import { type Provenance, defineFactKind, factsOfEach } from '../defineFactKind';
import { type DueCloses, dueCloses } from '../closes/dueCloses';
import { deriveChunks } from '../closes/deriveChunks';
import { seriesOf } from '../closes/seriesOf';

/** Of raw closes each day by itself is new, or was there already; of adjusted ones all of a file is. */
export default defineFactKind({
  key: 'closes',
  tables: ['close_chunk', 'close', 'price_series'],
  counted: 'close',

  async prepare(client, request, reports, sha256) {
    const all: DueCloses[] = [];
    for (const report of reports) all.push(await dueCloses(client, request, report, sha256));
    return {
      facts: all.map(({ report: { symbol, closes }, days }) =>
        factsOfEach('closes', `${symbol} (${closes})`, days.map(({ day, ...dated }) => ({ ...dated, observedOn: day.observedOn })), [symbol]),
      ),
      append: async (provenance) => {
        for (const due of all) {
          const added = due.days.filter(({ isNew }) => isNew);
          if (added.length === 0) continue;
          const seriesId = await seriesOf(client, due.series, provenance.precedence);
          await copyLines(client, `close (${COLUMNS})`, lines(seriesId, added, provenance));
          await deriveChunks(client, seriesId, [...new Set(added.map(({ day }) => Number(day.observedOn.slice(0, 4))))]);
        }
      },
    };
  },

  async rebuild(client) {
    await client.query('DELETE FROM close_chunk');
    const { rows } = await client.query<{ id: number }>('SELECT id FROM price_series ORDER BY id');
    for (const { id } of rows) await deriveChunks(client, id, null);
  },
});

const COLUMNS = 'series_id, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, close';

function* lines(seriesId: number, days: DueCloses['days'], { documentId, loadId }: Provenance): Generator<string> {
  for (const { day, knownOn, knownOnBasis, provenOn } of days) {
    yield copyLine([seriesId, day.observedOn, knownOn, knownOnBasis, provenOn, documentId, loadId, day.close]);
  }
}
