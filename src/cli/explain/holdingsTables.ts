import { oneLine } from '../oneLine';
import { type Column, DASH, table } from '../table';

interface Document {
  readonly observedOn: string;
  readonly knownOn: string;
  readonly knownOnBasis: string;
  readonly provenOn: string;
  readonly positions: number;
  readonly source: { readonly publisher: string; readonly fileName: string; readonly isSimulated: boolean };
}

interface Moved {
  readonly kind: string;
  readonly weightBefore: number | null;
  readonly weightAfter: number | null;
  readonly drift: number | null;
  readonly traded: number | null;
}

interface Summary extends Moved {
  readonly securities: number;
  readonly linesBefore: number;
  readonly linesAfter: number;
}

interface Change extends Moved {
  readonly security: { readonly symbol: string | null; readonly name: string };
  readonly sharesBefore: number | null;
  readonly sharesAfter: number | null;
  /** New units for one old one. */
  readonly suspectedSplit: number | null;
}

/** What the graph answers of a fund; the changes are null unless both days are known. */
export interface Explained {
  readonly symbol: string;
  readonly name: string;
  /** The newest known, whatever days were asked for. */
  readonly snapshot: { readonly observedOn: string } | null;
  readonly holdingChanges: {
    readonly from: Document | null;
    readonly to: Document | null;
    readonly summary: readonly Summary[];
    readonly turnover: number | null;
    readonly coverage: number | null;
    readonly changes: { readonly totalCount: number; readonly nodes: readonly Change[] } | null;
  };
}

/** What of the question is told again above its answer. */
interface Told {
  readonly asOf: string | null;
  readonly knowledge: string;
  readonly kinds: readonly string[] | null;
}

/** The changes between two days as lines for a terminal: the two documents, what each kind sums to, the changes. */
export function holdingsTables({ symbol, name, holdingChanges }: Explained, told: Told, width: number): readonly string[] {
  const { from, to, summary, turnover, coverage, changes } = holdingChanges;
  const documents = [from, to].filter((document) => document !== null);
  const days = documents.map(({ observedOn }) => observedOn).join(' and ');
  const asOf = told.asOf === null ? '' : `, as of ${told.asOf}`;
  return [
    `${oneLine(name)} (${symbol}): holdings of ${days}${asOf}${told.knowledge === 'PROVEN' ? ', by what is proven' : ''}`,
    '',
    ...table(DOCUMENT_COLUMNS, documents.map(documentCells), width),
    '',
    ...table(SUMMARY_COLUMNS, summary.map(summaryCells), width),
    `turnover ${inPercent(turnover)} (one way); drift and trading are told apart for ${inPercent(coverage)} of the weight before`,
    '',
    ...changeLines(changes?.nodes ?? [], changes?.totalCount ?? 0, told.kinds, width),
  ];
}

const right = (header: string): Column => ({ header, isNumber: true });

const DOCUMENT_COLUMNS: readonly Column[] = [
  ...[{ header: 'holdings of' }, { header: 'known on' }, { header: 'basis' }, { header: 'proven on' }],
  ...[right('lines'), { header: 'document', isCut: true }],
];

const documentCells = ({ observedOn, knownOn, knownOnBasis, provenOn, positions, source }: Document): readonly string[] => {
  const file = `${source.isSimulated ? 'SIMULATED: ' : ''}${source.fileName}, ${source.publisher}`;
  return [observedOn, knownOn, knownOnBasis, provenOn, units(positions), file];
};

const MOVED_COLUMNS = ['weight\nbefore\n%', 'weight\nafter\n%', 'drift\nbp', 'traded\nbp'].map(right);

const movedCells = ({ weightBefore, weightAfter, drift, traded }: Moved): readonly string[] =>
  [percent(weightBefore), percent(weightAfter), basisPoints(drift), basisPoints(traded)];

const SUMMARY_COLUMNS = [{ header: 'kind' }, ...['securities', 'lines\nbefore', 'lines\nafter'].map(right), ...MOVED_COLUMNS];

const summaryCells = (one: Summary): readonly string[] =>
  [one.kind, units(one.securities), units(one.linesBefore), units(one.linesAfter), ...movedCells(one)];

const CHANGE_COLUMNS: readonly Column[] = [
  ...[{ header: 'ticker' }, { header: 'name', isCut: true }, { header: 'kind' }],
  ...['shares\nbefore', 'shares\nafter'].map(right),
  ...MOVED_COLUMNS,
];

const changeCells = (one: Change): readonly string[] => {
  const { symbol, name } = one.security;
  return [symbol ?? DASH, name, one.kind, units(one.sharesBefore), units(one.sharesAfter), ...movedCells(one)];
};

/** How many there are, then a line each, below it what is suspected of it. */
function changeLines(changes: readonly Change[], totalCount: number, kinds: Told['kinds'], width: number): readonly string[] {
  const of = kinds === null ? '' : ` of the kinds ${kinds.join(', ')}`;
  const head = `${units(changes.length)} of ${units(totalCount)} changes${of}, what was traded most first`;
  if (changes.length === 0) return [head];
  const lines = table(CHANGE_COLUMNS, changes.map(changeCells), width);
  const firstRow = lines.length - changes.length;
  return [head, ...lines.flatMap((line, i) => [line, ...suspicion(changes[i - firstRow]?.suspectedSplit ?? null)])];
}

const suspicion = (split: number | null): readonly string[] =>
  split === null ? [] : [`${' '.repeat(8)}suspected split ${ratio(split)}`];

/** New units to old ones, in whole numbers: 1.5 is 3:2, a fifteenth is 1:15. */
function ratio(split: number): string {
  const [more, fewer] = wholes(Math.max(split, 1 / split));
  return split > 1 ? `${more}:${fewer}` : `${fewer}:${more}`;
}

/** As a fraction with 1 or 2 below: no usual split has more. */
const wholes = (times: number): readonly [number, number] =>
  Math.abs(times - Math.round(times)) < 0.01 ? [Math.round(times), 1] : [Math.round(times * 2), 2];

/** Writes numbers with no sign where they round to zero. */
function writer(scale: number, digits: Intl.NumberFormatOptions): (value: number | null) => string {
  const numbers = new Intl.NumberFormat('en-US', { ...digits, signDisplay: 'exceptZero' });
  return (value) => (value === null ? DASH : numbers.format(value * scale));
}

const unsigned = (write: ReturnType<typeof writer>) => (value: number | null): string => write(value).replace('+', '');

const units = unsigned(writer(1, { maximumFractionDigits: 2 }));
const percent = unsigned(writer(100, { minimumFractionDigits: 3, maximumFractionDigits: 3 }));

const inPercent = (value: number | null): string => (value === null ? DASH : `${percent(value)} %`);

/** Hundredths of a percent: of a change, so a gain says `+`. */
const basisPoints = writer(10_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
