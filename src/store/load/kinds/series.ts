import type { PoolClient } from 'pg';
import { InvalidInput } from '../../../domain/errors';
import { type PreparedFacts, type Provenance, defineFactKind } from '../defineFactKind';
import { appendVintages } from '../series/appendVintages';
import { type DatedSeries, datedVintages } from '../series/datedVintages';
import { deriveObservations, rederiveObservations } from '../series/deriveObservations';

/** Each vintage by itself is new, or was there already: so a history of vintages that grows by one adds that one. */
export default defineFactKind({
  key: 'series',
  tables: ['observation_interval', 'unserved_vintage', 'assumed_vintage', 'vintage_value', 'vintage', 'series_load'],
  counted: 'vintage',

  async prepare(client, request, reports, sha256) {
    const all: DatedSeries[] = [];
    for (const report of reports) all.push(await datedVintages(client, request, report, sha256));
    return {
      facts: all.map(loaded),
      append: async (provenance) => {
        for (const dated of all) if (dated.added.length > 0) await append(client, dated, provenance);
      },
    };
  },

  async rebuild(client) {
    const { rows } = await client.query<{ code: string }>('SELECT code FROM indicator ORDER BY code');
    for (const { code } of rows) await rederiveObservations(client, code);
  },
});

/**
 * Of a file with one vintage, one that lacks a period is refused with the file. Of a history of vintages such a one is kept and not
 * served: the others are good.
 */
async function append(client: PoolClient, dated: DatedSeries, provenance: Provenance): Promise<void> {
  const { series } = dated.report;
  const appended = await appendVintages(client, dated, provenance);
  const lacking = await deriveObservations(client, series, appended);
  const [only, another] = appended.vintages;
  const lacked = only === undefined || another !== undefined ? undefined : lacking.get(only.id);
  if (only === undefined || lacked === undefined) return;
  throw new InvalidInput(
    `${series} as known on ${only.knownOn} lacks ${lacked}, which lies within its own span, ${only.firstOn} to ${only.lastOn}, and which the vintage before it has`,
  );
}

function loaded({ report: { series, values }, newest, added, newSince }: DatedSeries): PreparedFacts {
  const { firstOn, lastOn, knownOn, knownOnBasis, provenOn } = newest;
  const indices = new Set(added.map(({ index }) => index));
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  const rowsAdded = values.filter((value) => value.first <= last && value.last >= first).length;
  return { kind: 'series', about: series, from: firstOn, to: lastOn, knownOn, knownOnBasis, provenOn, rows: values.length, rowsAdded, subjects: [series], newSince };
}
