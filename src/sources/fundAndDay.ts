import { ofTheFile } from '../domain/errors';
import { type Fund, funds } from '../domain/funds';
import type { IsoDate } from '../domain/isoDate';
import type { Told } from './defineSource';
import type { Refusals } from './Refusals';

/** What a file says of its fund and day; null is what it leaves open. */
interface Said {
  /** The fund's name, as the file writes it. */
  readonly fundName: string | null;
  /** The shipped fund that the file is about, if it is about one. */
  readonly shipped: Fund | undefined;
  readonly observedOn: IsoDate | null;
  /** Whether the file has a day at all; one that could not be read was refused where it stands. */
  readonly hasDay: boolean;
}

/** Null only where something was refused. */
interface FundAndDay {
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
  const fund = said.shipped?.symbol ?? toldFund ?? null;
  if (toldFund !== undefined && fund !== toldFund) {
    refuse(`the file is about "${said.fundName ?? fund}", not about ${toldFund} as was told`);
  }

  const observedOn = said.observedOn ?? told.observedOn ?? null;
  if (told.observedOn !== undefined && observedOn !== told.observedOn) {
    refuse(`the file is about ${observedOn}, not about ${told.observedOn} as was told`);
  }

  const unsaid = [
    ...(fund === null ? [{ what: whichFund(said.fundName), option: '--fund IWM' }] : []),
    ...(!said.hasDay && observedOn === null ? [{ what: 'which day', option: '--observed-on 2024-09-27' }] : []),
  ];
  if (unsaid.length > 0) {
    const what = unsaid.map((one) => one.what).join(' nor ');
    refuse(`the file does not say ${what}: tell it, as in ${unsaid.map((one) => one.option).join(' ')}`);
  }
  return { fund, observedOn };
}

const whichFund = (name: string | null): string => (name === null ? 'which fund' : `which fund "${name}" is`);

/** Refuses a shipped fund of another issuer, whose files look otherwise. */
export function refuseOtherIssuers(issuer: string, told: Told, refusals: Refusals): void {
  const shipped = funds.find(({ symbol }) => symbol === told.fund?.toUpperCase());
  if (shipped !== undefined && shipped.issuer !== issuer) {
    refusals.add(ofTheFile(`the file is of a fund of ${issuer}, not of ${shipped.symbol}, a fund of ${shipped.issuer}, as was told`));
  }
}
