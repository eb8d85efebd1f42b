import type { Told } from './tellable';
import { fundAndDay } from './fundAndDay';
import type { Identity } from './holdingsReading';
import { parsePublishedDay } from './publishedDay';
import type { Refusals } from './Refusals';
import type { RawRow } from './Table';

/** Joins what stands above the table with what the caller says. Refuses a contradiction, and what neither says. */
export function ssgaIdentity(preamble: readonly RawRow[], told: Told, refusals: Refusals): Identity {
  const labelled = (wanted: string): RawRow | undefined =>
    preamble.find(({ cells: [name, value = ''] }) => name === wanted && !/^-*$/.test(value));
  const day = labelled('Holdings:');
  const [column = '', text = ''] = day?.cells ?? [];
  const observedOn = parsePublishedDay(text.replace(/^As of /i, '')) ?? null;
  if (day !== undefined && observedOn === null) {
    const reason = `expected a day such as "As of 19-Mar-2024", found "${text}"`;
    refusals.add({ line: day.line, column, reason });
  }
  const fund = labelled('Ticker Symbol:')?.cells[1]?.toUpperCase() ?? null;
  const said = { fund, fundName: null, observedOn, hasDay: day !== undefined, issuer: 'State Street' };
  return { fundName: labelled('Fund Name:')?.cells[1] ?? null, ...fundAndDay(said, told, refusals) };
}
