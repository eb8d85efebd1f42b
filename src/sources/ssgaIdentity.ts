import { ofTheFile } from '../domain/errors';
import type { IsoDate } from '../domain/isoDate';
import type { Told } from './defineSource';
import type { Label } from './isharesLayout';
import { parsePublishedDay } from './publishedDay';
import type { Refusals } from './Refusals';

/** Which fund and day a State Street file is about. Fund and day are null only where something was refused. */
interface SsgaIdentity {
  readonly fund: string | null;
  readonly fundName: string | null;
  readonly observedOn: IsoDate | null;
}

/** Joins what the rows above the table say with what the caller says. Refuses a contradiction, and what neither says. */
export function ssgaIdentity(preamble: readonly Label[], told: Told, refusals: Refusals): SsgaIdentity {
  const valueOf = (wanted: string) => preamble.find(({ name, value }) => name === wanted && value !== '' && value !== '-');
  const joined = <T extends string>(said: T | undefined, toldValue: T | undefined, what: string, option: string): T | null => {
    if (said !== undefined && toldValue !== undefined && said !== toldValue) {
      refusals.add(ofTheFile(`the file is about ${said}, not about ${toldValue} as was told`));
    }
    if (said === undefined && toldValue === undefined) {
      refusals.add(ofTheFile(`the file does not say which ${what}: tell it, as in ${option}`));
    }
    return said ?? toldValue ?? null;
  };

  const fund = joined(valueOf('Ticker Symbol:')?.value.toUpperCase(), told.fund?.toUpperCase(), 'fund', '--fund SPY');
  const day = valueOf('Holdings:');
  const written = day && parsePublishedDay(day.value.replace(/^As of /, ''));
  if (day !== undefined && written === undefined) {
    const reason = `expected a day such as "As of 19-Mar-2024", found "${day.value}"`;
    refusals.add({ line: day.line, column: day.name, reason });
    return { fund, fundName: null, observedOn: null };
  }
  const observedOn = joined(written, told.observedOn, 'day', '--observed-on 2024-03-19');
  return { fund, fundName: valueOf('Fund Name:')?.value ?? null, observedOn };
}
