import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { FilingLine } from './FilingsReport';
import { JsonObject } from './JsonObject';
import type { Refusals } from './Refusals';

/** The columns without which a filing cannot be told, and those that are read where they are. */
const NEEDED = ['accessionNumber', 'filingDate', 'form'] as const;
const READ = [...NEEDED, 'reportDate', 'acceptanceDateTime', 'items', 'primaryDocument', 'isXBRL'] as const;

type Cells = Readonly<Record<(typeof READ)[number], unknown>>;

/**
 * The filings that stand in columns of one length: `{ accessionNumber: [...], filingDate: [...], ... }`. One that stands twice
 * is one; one that stands there otherwise is refused, and so are columns of several lengths.
 *
 * @param readBy The day on which the file is known to have been read; null where nobody says.
 */
export function submissionFilings(columns: JsonObject, readBy: IsoDate | null, refusals: Refusals): readonly FilingLine[] {
  const lists = READ.map((name) => [name, columns.list(name)] as const);
  const lacking = NEEDED.filter((name) => columns.list(name) === null);
  for (const name of lacking) columns.refuse(name, 'expected a list, found nothing');
  const count = columns.list('accessionNumber')?.length ?? 0;
  for (const [name, list] of lists) {
    if (list !== null && list.length !== count) columns.refuse(name, `expected ${count} values as accessionNumber has, found ${list.length}`);
  }
  if (lacking.length > 0) return [];

  const found = new Map<string, FilingLine>();
  for (let i = 0; i < count; i += 1) {
    const cells = Object.fromEntries(lists.map(([name, list]) => [name, list?.[i] ?? null])) as Cells;
    const filing = filingLine(new JsonObject(`${columns.path}[${i}]`, cells, refusals), readBy);
    if (filing === null) continue;
    const before = found.get(filing.accession);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(filing)) {
      refusals.add({ line: null, column: `${columns.path}[${i}]`, reason: `${filing.accession} stands there twice, and otherwise` });
    }
    found.set(filing.accession, filing);
  }
  return [...found.values()];
}

/** Null where anything without which it cannot be told was refused. */
function filingLine(cells: JsonObject, readBy: IsoDate | null): FilingLine | null {
  const accession = cells.required('accessionNumber', "a filing's number", (text) => (/^\d{10}-\d{2}-\d{6}$/.test(text) ? text : undefined));
  const form = cells.required('form', 'a form', (text) => text);
  const filedOn = cells.required('filingDate', readBy === null ? DAY : `${DAY}, not after ${readBy}`, (text) => {
    const day = parseIsoDate(text);
    return day !== undefined && (readBy === null || day <= readBy) ? day : undefined;
  });
  const reportOn = cells.read('reportDate', DAY, parseIsoDate);
  const isXbrl = cells.read('isXBRL', '0 or 1', (text) => ({ 0: false, 1: true })[text]);
  if (accession === null || form === null || filedOn === null) return null;
  return {
    ...{ accession, form, filedOn, reportOn, isXbrl },
    acceptedAt: cells.text('acceptanceDateTime'),
    items: cells.text('items')?.split(',').map((item) => item.trim()) ?? [],
    primaryDocument: cells.text('primaryDocument'),
  };
}

const DAY = 'a day written YYYY-MM-DD';
