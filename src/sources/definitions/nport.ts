import { SourceFormat, ofTheFile } from '../../domain/errors';
import { checkHoldings } from '../checkHoldings';
import { defineSource } from '../defineSource';
import type { HoldingLine } from '../HoldingsReport';
import { nportIdentity } from '../nportIdentity';
import { nportLine } from '../nportLines';
import { NOTHING } from '../nportWords';
import { elementAt, readXml } from '../readXml';
import { Refusals } from '../Refusals';

const KEY = 'nport';

/**
 * Percentages are of net assets. The form lets a fund keep 5 % to itself, and what is bought with the collateral of
 * lent securities stands beside the fund's own positions.
 */
const COMPLETE = { from: 95, to: 115 };

/**
 * The XML of Form N-PORT, which a fund files for each month with all of its positions, and of its amendments. It is
 * public about 60 days after the quarter it is in; the filing does not say on which day.
 *
 * @source SEC, EDGAR Form N-PORT XML Technical Specification 1.4 and 1.5, and Form N-PORT, Parts A to C.
 */
export default defineSource({
  key: KEY,
  title: "A fund's positions as filed with the SEC",
  publisher: 'SEC (EDGAR)',
  documentation: 'https://www.sec.gov/info/edgar/specifications/form-n-port-xml-tech-specs-1.4.htm',
  terms: 'Filings with the SEC are public and may be used and passed on freely.',
  files: /\.xml$/i,
  precedence: 40,
  usualKnownOn: { daysAfter: 60 },

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const lines: { at: number; holding: HoldingLine }[] = [];
    const filing = readXml(bytes, {
      source: KEY,
      root: 'edgarSubmission',
      each: 'edgarSubmission/formData/invstOrSecs/invstOrSec',
      take: (position) => {
        lines.push({ at: position.line, holding: nportLine(position, lines.length + 1, refusals) });
      },
    });
    const form = elementAt(filing, 'headerData/submissionType');
    if (form !== undefined && !/^NPORT-/.test(form.text) && !NOTHING.test(form.text)) {
      const reason = `expected a form NPORT-P, found "${form.text}"`;
      throw new SourceFormat(KEY, [{ line: form.line, column: 'submissionType', reason }]);
    }

    const { fund, fundName, observedOn } = nportIdentity(filing, told, refusals);
    const holdings = lines.map(({ holding }) => holding);
    checkHoldings('the filing', lines, refusals, COMPLETE);
    if (holdings.length > 0 && holdings.every(({ publishedWeight }) => publishedWeight === null)) {
      refusals.add(ofTheFile('no position has a pctVal, and so nothing shows whether all are here'));
    }
    refusals.throwIfAny();
    if (fund === null || observedOn === null) throw SourceFormat.whole(KEY, 'the file does not say its fund and day');
    const report = { fund, fundName, observedOn, knownOn: null, sharesOutstanding: null, lines: holdings };
    return { rowsRead: holdings.length, reports: { holdings: [report] } };
  },
});
