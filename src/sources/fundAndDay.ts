import { ofTheFile } from '../domain/errors';
import { funds } from '../domain/funds';
import type { IsoDate } from '../domain/isoDate';
import type { Told } from './tellable';
import type { Refusals } from './Refusals';

/** What a file says of its fund and day; null is what it leaves open. */
interface Said {
  /** The fund's ticker, upper case: as the file gives it, or that of the shipped fund which it names. */
  readonly fund: string | null;
  /** The fund's name, as the file writes it. */
  readonly fundName: string | null;
  readonly observedOn: IsoDate | null;
  /** Whether the file has a day at all; one that could not be read was refused where it stands. */
  readonly hasDay: boolean;
  /** Whose funds alone have such files, as `issuer` of the shipped funds; null where anyone's may. */
  readonly issuer: string | null;
}

/** Which fund and day a file is about. Null only where something was refused. */
export interface FundAndDay {
  /** The fund's ticker, upper case. */
  readonly fund: string | null;
  readonly observedOn: IsoDate | null;
}

/** Joins what a file says with what the caller says. Refuses a contradiction, and what neither says. */
export function fundAndDay(said: Said, told: Told, refusals: Refusals): FundAndDay {
  const refuse = (reason: string) => {
    refusals.add(ofTheFile(reason));
  };
  const toldFund = told.fund?.toUpperCase();
  const shipped = funds.find(({ symbol }) => symbol === toldFund);
  const fund = said.fund ?? toldFund ?? null;
  const isAnother = said.fund === null ? shipped !== undefined && said.fundName !== null : fund !== (toldFund ?? fund);
  if (isAnother) {
    const itself = said.fundName === null ? said.fund : `"${said.fundName}"`;
    refuse(`the file is about ${itself}, not about ${toldFund} as was told`);
  } else if (shipped !== undefined && said.issuer !== null && shipped.issuer !== said.issuer) {
    refuse(`the file is of a fund of ${said.issuer}, not of ${shipped.symbol}, a fund of ${shipped.issuer}, as was told`);
  }

  const observedOn = said.observedOn ?? told.observedOn ?? null;
  if (told.observedOn !== undefined && observedOn !== told.observedOn) {
    refuse(`the file is about ${observedOn}, not about ${told.observedOn} as was told`);
  }

  const whichFund = said.fundName === null ? 'which fund' : `which fund "${said.fundName}" is`;
  const unsaid = [
    ...(fund === null ? [{ what: whichFund, option: '--fund IWM' }] : []),
    ...(!said.hasDay && observedOn === null ? [{ what: 'which day', option: '--observed-on 2024-09-27' }] : []),
  ];
  if (unsaid.length > 0) {
    const what = unsaid.map((one) => one.what).join(' nor ');
    refuse(`the file does not say ${what}: tell it, as in ${unsaid.map((one) => one.option).join(' ')}`);
  }
  return { fund, observedOn };
}
