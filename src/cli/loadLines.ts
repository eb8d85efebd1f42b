import { describe } from '../domain/errors';
import { LoadOutcome } from '../store/entities/Load';
import type { LoadReport } from '../store/load/LoadRequest';
import { oneLine } from './oneLine';

const INDENT = ' '.repeat(10);

/** Most places that are told of what a file was loaded without. */
const SHOWN = 10;

/** What became of a file, as lines for a person: of it all, then of each kind of fact that it added. */
export function reportLines(report: LoadReport): readonly string[] {
  const { outcome, rowsRead, rowsAdded, rowsUnchanged, facts, leftOut } = report;
  const isRefused = outcome === LoadOutcome.REFUSED;
  const passedOver = rowsRead - rowsAdded - rowsUnchanged;
  const counts = [`${rowsRead} rows read`, `${rowsAdded} added`, `${rowsUnchanged} unchanged`, '0 refused', ...(passedOver > 0 ? [`${passedOver} passed over`] : [])];
  const rows = isRefused ? 'nothing of it is loaded' : counts.join(', ');
  const added = facts.filter((one) => one.rowsAdded > 0);
  return [
    `${outcome.toLowerCase().padEnd(INDENT.length)}${oneLine(report.fileName)}: ${rows}`,
    ...added.map(({ kind, about, from, to, knownOn, knownOnBasis, rows: all, rowsAdded: some }) => {
      const days = from === to ? `on ${to}` : `from ${from} to ${to} (${some} of ${all} new)`;
      return `${INDENT}${kind} of ${oneLine(about)} ${days}, known on ${knownOn} (${knownOnBasis})`;
    }),
    ...leftOut.slice(0, SHOWN).map((one) => `${INDENT}left out: ${oneLine(describe(one))}`),
    ...(leftOut.length > SHOWN ? [`${INDENT}left out: ${leftOut.length - SHOWN} more`] : []),
  ];
}

/** Why a file was refused, a line for each place of it. */
export const refusalLines = ({ fileName, refusals }: LoadReport): readonly string[] =>
  refusals.map((refusal) => `${INDENT}${oneLine(fileName)}: ${oneLine(describe(refusal))}`);
