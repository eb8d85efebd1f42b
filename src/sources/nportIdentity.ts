import { type Fund, fundByName, funds } from '../domain/funds';
import { parseIsoDate } from '../domain/isoDate';
import type { Told } from './tellable';
import { fundAndDay } from './fundAndDay';
import type { Identity } from './holdingsReading';
import { NOTHING } from './nportWords';
import type { Refusals } from './Refusals';
import { elementAt, type XmlElement } from './readXml';

/**
 * The filing names its series and gives the series' number at EDGAR, but no ticker. A fund that is no series of a
 * trust, such as a unit investment trust, is named as the registrant.
 */
export function nportIdentity(filing: XmlElement, told: Told, refusals: Refusals): Identity {
  const general = elementAt(filing, 'formData/genInfo');
  const textOf = (name: string): string | null => {
    const text = elementAt(general, name)?.text ?? '';
    return NOTHING.test(text) ? null : text;
  };

  const seriesId = textOf('seriesId') ?? elementAt(filing, 'headerData/filerInfo/seriesClassInfo/seriesId')?.text ?? null;
  const fundName = textOf('seriesName') ?? textOf('regName');
  const day = elementAt(general, 'repPdDate');
  const observedOn = parseIsoDate(day?.text ?? '') ?? null;
  if (day !== undefined && observedOn === null) {
    const reason = `expected a day written YYYY-MM-DD, found "${day.text.slice(0, 80)}"`;
    refusals.add({ line: day.line, column: 'genInfo/repPdDate', reason });
  }
  const filer = { fundName, seriesId, cik: textOf('regCik')?.padStart(10, '0') ?? null };
  const fund = funds.find((shipped) => isOf(shipped, filer))?.symbol ?? null;
  const said = { fund, fundName, observedOn, hasDay: day !== undefined, issuer: null };
  return { fundName, ...fundAndDay(said, told, refusals) };
}

/** Whom a filing is about, in its own words. */
interface Filer {
  readonly fundName: string | null;
  readonly seriesId: string | null;
  readonly cik: string | null;
}

/**
 * By the number of the series. A trust that is none, or was none when it filed, goes by that of the registrant if it is
 * the only shipped fund of it, and by its name where there is neither.
 */
function isOf(fund: Fund, { fundName, seriesId, cik }: Filer): boolean {
  if (seriesId !== null && fund.seriesId !== null) return seriesId === fund.seriesId;
  const isSole = cik === fund.cik && funds.every((other) => other === fund || other.cik !== cik);
  return isSole || (seriesId === null && fundName !== null && fundByName(fundName) === fund);
}
