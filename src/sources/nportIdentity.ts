import { ofTheFile } from '../domain/errors';
import { type Fund, fundByName, funds } from '../domain/funds';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { Told } from './defineSource';
import { fundAndDay } from './fundAndDay';
import { NOTHING } from './nportWords';
import type { Refusals } from './Refusals';
import { elementAt, type XmlElement } from './readXml';

/** Which fund and day an N-PORT filing is about. Fund and day are null only where something was refused. */
interface NportIdentity {
  readonly fund: string | null;
  readonly fundName: string | null;
  readonly observedOn: IsoDate | null;
}

/**
 * The filing names its series and gives the series' number at EDGAR, but no ticker. A fund that is no series of a
 * trust, such as a unit investment trust, is named as the registrant.
 */
export function nportIdentity(filing: XmlElement, told: Told, refusals: Refusals): NportIdentity {
  const general = elementAt(filing, 'formData/genInfo');
  const said = (name: string) => elementAt(general, name);
  const textOf = (name: string): string | null => {
    const text = said(name)?.text ?? '';
    return NOTHING.test(text) ? null : text;
  };

  const fundName = textOf('seriesName') ?? textOf('regName');
  const day = said('repPdDate');
  const observedOn = day === undefined ? null : (parseIsoDate(day.text) ?? null);
  if (day !== undefined && observedOn === null) {
    const reason = `expected a day written YYYY-MM-DD, found "${day.text.slice(0, 80)}"`;
    refusals.add({ line: day.line, column: 'genInfo/repPdDate', reason });
  }
  const filer = { fundName, seriesId: textOf('seriesId'), cik: textOf('regCik')?.padStart(10, '0') ?? null };
  const shipped = funds.find((fund) => isOf(fund, filer));
  const toldFund = funds.find(({ symbol }) => symbol === told.fund?.toUpperCase());
  if (toldFund !== undefined && shipped === undefined && (filer.seriesId ?? filer.cik) !== null) {
    refusals.add(ofTheFile(`the file is about "${fundName ?? filer.seriesId}", not about ${toldFund.symbol} as was told`));
  }
  return { fundName, ...fundAndDay({ fundName, shipped, observedOn, hasDay: day !== undefined }, told, refusals) };
}

/** Whom a filing is about, in its own words. */
interface Filer {
  readonly fundName: string | null;
  readonly seriesId: string | null;
  readonly cik: string | null;
}

/** By the number of the series, of the registrant if that has none, and by name only where the filing has no number. */
function isOf(fund: Fund, { fundName, seriesId, cik }: Filer): boolean {
  if (fund.seriesId === null && cik !== null) return fund.cik === cik;
  if (seriesId !== null) return fund.seriesId === seriesId;
  return fundName !== null && fundByName(fundName) === fund;
}
