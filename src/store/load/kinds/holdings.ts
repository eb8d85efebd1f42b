import type { HoldingsReport } from '../../../sources/HoldingsReport';
import { type DueVersion, type VersionTable, dueVersion } from '../dueVersion';
import { defineFactKind, factsOf } from '../defineFactKind';
import { deriveExposures } from '../holdings/deriveExposures';
import { mergeHoldings } from '../holdings/mergeHoldings';

const SNAPSHOTS: VersionTable = { table: 'snapshot', subject: 'fund_symbol' };

/** Each report is a snapshot: all of it is new, or was there already. */
export default defineFactKind({
  key: 'holdings',
  tables: ['snapshot_exposure', 'holding', 'snapshot'],
  counted: 'snapshot',

  async prepare(client, request, reports, sha256) {
    const all: DueVersion<HoldingsReport>[] = [];
    for (const report of reports) all.push(await dueVersion(client, SNAPSHOTS, request, report.fund, report, sha256));
    const due = all.filter(({ isNew }) => isNew);
    return {
      facts: all.map((version) => factsOf('holdings', version.report.fund, version)),
      append: (provenance) => mergeHoldings(client, provenance, due),
    };
  },

  async rebuild(client) {
    await client.query('DELETE FROM snapshot_exposure');
    await client.query(deriveExposures('SELECT id FROM snapshot'));
  },
});
