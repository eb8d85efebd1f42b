import { AssetClass } from '../../../domain/assetClass';
import { InvalidInput } from '../../../domain/errors';
import { NO_IDENTIFIERS } from '../../../domain/identifiers';
import type { ConstituentLine, ConstituentsReport } from '../../../sources/ConstituentsReport';
import { type DueVersion, type VersionTable, dueVersion } from '../dueVersion';
import type { WordedLine } from '../identities/Wordings';
import { defineFactKind, factsOf } from '../defineFactKind';
import { mergeConstituents } from '../constituents/mergeConstituents';

const LISTS: VersionTable = { table: 'constituent_list', subject: 'index_code' };

/** Each report is a list of members: all of it is new, or was there already. */
export default defineFactKind({
  key: 'constituents',
  tables: ['constituent', 'constituent_list'],
  counted: 'constituent_list',

  async prepare(client, request, reports, sha256) {
    const all: DueVersion<ConstituentsReport>[] = [];
    for (const report of reports) {
      const { rowCount } = await client.query('SELECT FROM benchmark_index WHERE code = $1', [report.index]);
      if (rowCount === 0) throw new InvalidInput(`there is no index '${report.index}'`);
      all.push(await dueVersion(client, LISTS, request, report.index, report, sha256));
    }
    const due = all.filter(({ isNew }) => isNew);
    return {
      facts: all.map((version) => factsOf('constituents', version.report.index, version)),
      append: async (provenance) => {
        for (const version of due) await mergeConstituents(client, provenance, version, version.report.lines.map(worded));
      },
    };
  },
});

/** A member as a holding of its shares would be worded. */
const worded = (line: ConstituentLine): WordedLine => ({ ...line, assetClass: AssetClass.EQUITY, identifiers: NO_IDENTIFIERS });
