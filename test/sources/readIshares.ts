import type { Refusal } from '../../src/domain/errors';
import type { Told } from '../../src/sources/tellable';
import ishares from '../../src/sources/definitions/ishares-holdings';
import type { HoldingsReport } from '../../src/sources/HoldingsReport';
import { type IsharesFile, isharesFile } from './isharesFile';
import { refusalsOf } from './refusalsOf';

/** The one report of an iShares file. */
export function isharesReport(bytes: Buffer, told: Told = {}): HoldingsReport {
  const [report] = ishares.read(bytes, told).reports.holdings ?? [];
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

export const isharesRefusals = (file: IsharesFile, told: Told = {}): readonly Refusal[] =>
  refusalsOf(() => ishares.read(isharesFile(file), told));

export const isharesReasons = (file: IsharesFile, told: Told = {}): string[] =>
  isharesRefusals(file, told).map(({ reason }) => reason);
