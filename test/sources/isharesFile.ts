/** What the tests vary of an iShares file; the rest is a sound file of two rows. */
export interface IsharesFile {
  readonly preamble?: readonly string[];
  readonly columns?: readonly string[];
  readonly rows?: readonly Readonly<Record<string, string>>[];
  readonly footer?: readonly string[];
}

export const COLUMNS = [
  ...['Ticker', 'Name', 'Sector', 'Asset Class', 'Market Value', 'Weight (%)', 'Notional Value', 'Quantity', 'Price'],
  ...['Location', 'Exchange', 'Currency', 'FX Rate', 'Market Currency', 'Accrual Date'],
];

export const PREAMBLE = [
  'iShares Russell 2000 ETF',
  'Fund Holdings as of,"Feb 03, 2025"',
  'Inception Date,"May 22, 2000"',
  'Shares Outstanding,"1,250,000.00"',
  ...['Stock', 'Bond', 'Cash', 'Other'].map((label) => `${label},"-"`),
  '\u00a0 ',
];

export const FOOTER = ['\u00a0', '"Invented prose, as the issuer has it: "quoted" at will,', '', 'and over several lines."'];

/** A row of a share; every cell may be said otherwise. */
export const aShare = (cells: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...{ Ticker: 'QRRY', Name: 'QUARRY HILL STONE INC', Sector: 'Materials', 'Asset Class': 'Equity' },
  ...{ 'Market Value': '50,000.00', 'Weight (%)': '50.00', 'Notional Value': '50,000.00', Quantity: '500.00', Price: '100.00' },
  ...{ Location: 'United States', Exchange: 'NYSE', Currency: 'USD', 'FX Rate': '1.00', 'Market Currency': 'USD' },
  'Accrual Date': '-',
  ...cells,
});

/** The file as lines; join them with the line end to be tested. */
export function isharesLines(file: IsharesFile = {}): string[] {
  const columns = file.columns ?? COLUMNS;
  const rows = file.rows ?? [aShare(), aShare({ Ticker: 'ELSE', Name: 'SOMETHING ELSE INC' })];
  return [
    ...(file.preamble ?? PREAMBLE),
    columns.join(','),
    ...rows.map((row) => columns.map((column) => `"${row[column] ?? '-'}"`).join(',')),
    ...(file.footer ?? FOOTER),
  ];
}

export const isharesFile = (file: IsharesFile = {}): Buffer => Buffer.from(isharesLines(file).join('\n'));
