import fc from 'fast-check';
import { useDatabase } from '../../support/database';
import { aLine, aReport, decimal, load } from './invented';

const database = useDatabase();

let made = 0;

/** What comes back of texts that were loaded as names, tickers and sectors. */
async function storedOf(texts: readonly string[]): Promise<readonly unknown[]> {
  const { db } = database();
  made += 1;
  const lines = texts.map((text, i) => aLine({ ticker: `${i}${text}`, name: text, sector: text, exchange: null, marketValue: decimal('1') }));
  const report = await load(db, [aReport({ fund: `FUND${made}`, fundName: texts[0] ?? null, lines })]);
  expect(report.refusals).toEqual([]);
  const rows = await db.query<{ symbol: string; name: string; sector: string; exchange: null }[]>(
    `SELECT d.symbol, d.name, d.sector, d.exchange FROM holding h JOIN security_description d ON d.id = h.description_id
     JOIN snapshot s ON s.id = h.snapshot_id WHERE s.fund_symbol = $1 ORDER BY h.line`,
    [`FUND${made}`],
  );
  return rows.map(({ symbol, name, sector, exchange }) => ({ symbol, name, sector, exchange }));
}

const asStored = (texts: readonly string[]) => texts.map((text, i) => ({ symbol: `${i}${text}`, name: text, sector: text, exchange: null }));

describe('text', () => {
  it.each([
    ['a tab', 'TAB\tBED INC'],
    ['a line break', 'LINE\nBROKEN\r\nINC'],
    ['a backslash', 'BACK\\SLASH\\\\INC\\'],
    ["what COPY writes for null", '\\N'],
    ['what ends a COPY', '\\.'],
    ['escapes spelt out', '\\t\\n\\x41\\101'],
    ['quotes', `"O'HARE" 'N' SONS`],
    ['other scripts, accents and signs beyond the basic plane', 'ÉTÉ ŁÓDŹ 株式会社 🚀 e\u0301'],
    ['controls', '\b\f\v\u0001\u001b[31m\u007f'],
    ['spaces only', '   '],
    ['nothing', ''],
  ])('comes back as it was: %s', async (_, text) => {
    expect(await storedOf([text, `${text}.`])).toEqual(asStored([text, `${text}.`]));
  });

  it('comes back as it was, whatever it is', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((candidate) => !candidate.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        expect(await storedOf(texts)).toEqual(asStored(texts));
      }),
      { numRuns: 40 },
    );
  });

  it('that is empty is not the same as none', async () => {
    const { db } = database();
    const lines = [aLine({ ticker: 'EMPTY', sector: '' }), aLine({ ticker: 'EMPTY', sector: null })];
    await load(db, [aReport({ fund: 'EMPTY', lines })]);
    const rows = await db.query<unknown[]>('SELECT sector FROM security_description WHERE symbol = $1 ORDER BY sector', ['EMPTY']);
    expect(rows).toEqual([{ sector: '' }, { sector: null }]);
  });
});
