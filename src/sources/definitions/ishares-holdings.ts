import { readLines } from '../checkHoldings';
import { csvTable } from '../csvTable';
import { defineSource } from '../defineSource';
import { holdingsReading } from '../holdingsReading';
import { isharesIdentity } from '../isharesIdentity';
import { isharesHeader, isharesHolding, refuseLackingIn } from '../isharesLines';
import { readText } from '../readText';
import { Refusals } from '../Refusals';

const KEY = 'ishares-holdings';

/**
 * The holdings CSV of an iShares fund's page. The file does not say when it was published; the
 * issuer puts it up on the morning after.
 */
export default defineSource({
  key: KEY,
  title: 'Daily holdings of an iShares fund',
  publisher: 'BlackRock (iShares)',
  documentation: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
  terms: 'BlackRock restricts redistribution of the files and their contents; they may be downloaded for own use.',
  files: /\.csv$/i,
  precedence: 10,
  usualKnownOn: 'NEXT_SESSION',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const table = csvTable(readText(KEY, bytes), { source: KEY, ...isharesHeader, blank: '-' }, refusals);
    refuseLackingIn(KEY, table);
    const identity = isharesIdentity(table.preamble, told, refusals);
    return holdingsReading(KEY, identity, readLines(table.rows, isharesHolding), refusals);
  },
});
