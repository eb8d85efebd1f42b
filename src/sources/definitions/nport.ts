import { SourceFormat, ofTheFile } from '../../domain/errors';
import type { ReadLine } from '../checkHoldings';
import { defineSource } from '../defineSource';
import { holdingsReading } from '../holdingsReading';
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
 * The XML of Form N-PORT, which a fund files for each month with all of its positions, and of its amendments; alone, or
 * within the text of the whole submission, whose name is its accession number. It is public about 60 days after the
 * quarter it is in; the filing does not say on which day.
 *
 * @source SEC, EDGAR Form N-PORT XML Technical Specification 1.4 and 1.5, and Form N-PORT, Parts A to C.
 */
export default defineSource({
  key: KEY,
  title: "A fund's positions as filed with the SEC",
  publisher: 'SEC (EDGAR)',
  documentation: 'https://www.sec.gov/info/edgar/specifications/form-n-port-xml-tech-specs-1.4.htm',
  terms: 'Filings with the SEC are public and may be used and passed on freely.',
  files: /\.xml$|^\d{10}-\d{2}-\d{6}\.txt$/i,
  precedence: 40,
  usualKnownOn: { daysAfter: 60 },

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const lines: ReadLine[] = [];
    const filing = readXml(bytes, {
      source: KEY,
      root: 'edgarSubmission',
      each: 'edgarSubmission/formData/invstOrSecs/invstOrSec',
      take: (position) => {
        lines.push({ at: `line ${position.line}`, holding: nportLine(position, lines.length + 1, refusals) });
      },
    });
    const form = elementAt(filing, 'headerData/submissionType');
    if (form !== undefined && !/^NPORT-/.test(form.text) && !NOTHING.test(form.text)) {
      const reason = `expected a form NPORT-P, found "${form.text}"`;
      throw new SourceFormat(KEY, [{ line: form.line, column: 'submissionType', reason }]);
    }

    const identity = nportIdentity(filing, told, refusals);
    if (lines.length > 0 && lines.every(({ holding }) => holding.publishedWeight === null)) {
      refusals.add(ofTheFile('no position has a pctVal, and so nothing shows whether all are here'));
    }
    const habits = { about: 'the filing', complete: COMPLETE, empty: 'there is no position' };
    return holdingsReading(KEY, identity, lines, refusals, habits);
  },
});
