import { oneLine } from '../oneLine';
import { type Column, DASH, table } from '../table';

interface Document {
  readonly publisher: string;
  readonly fileName: string;
  readonly isSimulated: boolean;
}

interface Fact {
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly observedOn: string;
  readonly knownOn: string;
  readonly knownOnBasis: string;
  readonly signal: string;
  readonly term: string;
  readonly contribution: number;
  /** The document of the fact, or of what it is a part of. */
  readonly node: { readonly source?: Document | null; readonly snapshot?: { readonly source: Document | null } | null; readonly filing?: { readonly source: Document | null } | null } | null;
}

interface Term {
  readonly kind: string;
  readonly key: string;
  readonly weight: number;
  readonly value: number | null;
  readonly score: number | null;
  readonly contribution: number;
}

/** What the graph answers of a signal. */
export interface Told {
  readonly key: string;
  readonly asOf: string;
  readonly value: number | null;
  readonly score: number | null;
  readonly state: string | null;
  readonly sentence: string;
  readonly isPartial: boolean;
  readonly knownOnBasis: string | null;
  readonly definition: { readonly title: string; readonly formula: string; readonly unit: string };
  readonly missing: readonly { readonly input: string; readonly reason: string; readonly text: string }[];
  readonly contributions: readonly Term[];
  readonly evidence: readonly Fact[];
  readonly contrary: readonly Fact[];
}

interface Layout {
  /** Of facts that are shown, of all and of those against it. */
  readonly most: number;
  readonly knowledge: string;
  readonly width: number;
}

/** What a signal says as lines for a terminal: value, score and sentence, what the score is the sum of, the facts, those against it, what is missing. */
export function signalTables(signal: Told, { most, knowledge, width }: Layout): readonly string[] {
  const { key, asOf, value, score, state, sentence, isPartial, knownOnBasis, definition, missing, contributions, evidence, contrary } = signal;
  return [
    `${definition.title} (${key}) as of ${asOf}${knowledge === 'PROVEN' ? ', by what is proven' : ''}`,
    `value  ${value === null ? DASH : `${plain(value)} ${definition.unit}`}: ${definition.formula}`,
    `score  ${signed(score)}${state === null ? ': shown, and not scored' : `, ${state}`}${isPartial ? ', told without all of its inputs' : ''}`,
    ...(knownOnBasis === null ? [] : [`basis  ${knownOnBasis}, the weakest of its facts`]),
    '',
    oneLine(sentence),
    ...section('the score is the sum of', contributions, (terms) => table(TERMS, terms.map(termCells), width)),
    ...section(`${shown(evidence, most)} facts, what weighs most first`, evidence, (facts) => table(FACTS, facts.slice(0, most).map(factCells), width)),
    ...section(`${shown(contrary, most)} facts speak against it, the strongest first`, contrary, (facts) => table(FACTS, facts.slice(0, most).map(factCells), width)),
    ...section('missing', missing, (lacks) => table(LACKS, lacks.map(({ input, reason, text }) => [input, reason, text]), width)),
  ];
}

/** A heading and what stands below it; nothing where there is nothing. */
const section = <Item>(head: string, items: readonly Item[], lines: (items: readonly Item[]) => readonly string[]): readonly string[] => (items.length === 0 ? [] : ['', head, ...lines(items)]);

const shown = ({ length }: readonly unknown[], most: number): string => `${Math.min(length, most)} of ${length}`;

const right = (header: string): Column => ({ header, isNumber: true });

const TERMS: readonly Column[] = [{ header: 'kind' }, { header: 'term', isCut: true }, right('weight'), right('value'), right('score'), right('adds')];

const termCells = ({ kind, key, weight, value, score, contribution }: Term): readonly string[] => [kind, key, kind === 'INPUT' ? plain(weight) : DASH, plain(value), signed(score), signed(contribution)];

const FACTS: readonly Column[] = [right('adds'), { header: 'term' }, { header: 'fact' }, right('value'), { header: 'unit' }, { header: 'known on' }, { header: 'basis' }, { header: 'document', isCut: true }];

const factCells = ({ label, value, unit, knownOn, knownOnBasis, signal, term, contribution, node }: Fact): readonly string[] => {
  const source = node?.source ?? node?.snapshot?.source ?? node?.filing?.source ?? null;
  const document = source === null ? DASH : `${source.isSimulated ? 'SIMULATED: ' : ''}${source.fileName}, ${source.publisher}`;
  return [signed(contribution), `${signal} ${term}`, label, plain(value), unit, knownOn, knownOnBasis, document];
};

const LACKS: readonly Column[] = [{ header: 'input' }, { header: 'reason' }, { header: 'why', isCut: true }];

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const plain = (value: number | null): string => (value === null ? DASH : numbers.format(value).replace(/^-0$/, '0'));

const scores = new Intl.NumberFormat('en-US', { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' });
const signed = (value: number | null): string => (value === null ? DASH : scores.format(value));
