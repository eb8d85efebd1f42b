import type { Refusal } from '../../src/domain/errors';
import type { Told } from '../../src/sources/tellable';
import nport from '../../src/sources/definitions/nport';
import type { HoldingLine, HoldingsReport } from '../../src/sources/HoldingsReport';
import { aPosition, type NportFile, nportText } from './nportFile';
import { refusalsOf } from './refusalsOf';

export const TOLD: Told = { fund: 'IMAG' };

/** The one report of a filing. */
export function nportReport(text: string, told: Told = TOLD): HoldingsReport {
  const [report] = nport.read(Buffer.from(text), told).reports.holdings ?? [];
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

/** The first line of a filing of this one position, and another that brings it to 100 %. */
export const nportLineOf = (contents: Readonly<Record<string, string | null>>): HoldingLine | undefined =>
  nportReport(nportText({ positions: [aPosition(contents), aPosition()] })).lines[0];

export const nportRefusals = (file: NportFile, told: Told = TOLD): readonly Refusal[] =>
  refusalsOf(() => nport.read(Buffer.from(nportText(file)), told));

export const nportReasons = (file: NportFile, told: Told = TOLD): string[] => nportRefusals(file, told).map(({ reason }) => reason);
