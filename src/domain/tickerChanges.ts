import { addDays, type IsoDate, isoDate } from './isoDate';

/** One security took another ticker, and kept its holders: no fund bought or sold because of it. */
interface Renamed {
  readonly kind: 'RENAMED';
  readonly from: string;
  readonly to: string;
  /** The first day under the new ticker. Before it, that ticker meant another security, or none. */
  readonly on: IsoDate;
  readonly source: string;
}

/** A ticker passed to another security. */
interface Reused {
  readonly kind: 'REUSED';
  readonly ticker: string;
  /** The first day on which it means the new one. */
  readonly on: IsoDate;
  readonly source: string;
}

/** An issuer's files write one security's ticker where they mean another's, on whatever day. */
interface Miswritten {
  readonly kind: 'MISWRITTEN';
  readonly written: string;
  readonly meant: string;
  readonly source: string;
}

export type TickerChange = Renamed | Reused | Miswritten;

const renamed = (from: string, to: string, on: string, source: string): Renamed => ({
  kind: 'RENAMED',
  from,
  to,
  on: isoDate(on),
  source,
});

/**
 * A rename of which no announcement was found. It is dated on the day after the last file with the
 * old ticker, the earliest day it can have been, so that a file of any day between the two reads as
 * one security.
 */
const between = (last: string, first: string) => (from: string, to: string) =>
  renamed(from, to, addDays(isoDate(last), 1), `first seen in the issuer's file of ${first}; ${from} in that of ${last}`);

const reused = (ticker: string, on: string, source: string): Reused => ({ kind: 'REUSED', ticker, on: isoDate(on), source });

const winter = between('2024-09-27', '2025-05-13');
const summer = between('2025-05-13', '2025-11-05');
const autumn = between('2025-11-05', '2026-01-21');
const spring = between('2026-01-21', '2026-04-10');

/**
 * What tickers alone get wrong, for shares held by US funds from 2024-09-27 to 2026-04-10, and up to July 2026 for the
 * tickers of those that were gone by then. A rename
 * stands here if the same company (one SEC registrant) went on with the same line of shares, whatever
 * it took over. A merger into another company, a share class dissolved into another and a right left
 * over from a takeover are not renames: PRMW, LGFA, LGFB, SHYF, MHLD and AKRO left, PRMB, STRZ, LION,
 * AEBI, KG and AKE are others.
 */
export const tickerChanges: readonly TickerChange[] = [
  winter('BSIG', 'AAMI'),
  winter('CDXC', 'NAGE'),
  winter('ELYM', 'CLYM'),
  winter('HEAR', 'TBCH'),
  winter('JBT', 'JBTM'),
  winter('NR', 'NPKI'),
  winter('NYCB', 'FLG'),
  winter('PFMT', 'PHLT'),
  winter('PTSI', 'PAMT'),
  winter('SGH', 'PENG'),
  winter('VVI', 'PRSU'),
  renamed('CEIX', 'CNR', '2025-01-15', 'nsenergybusiness.com, Arch Resources, Consol Energy stockholders approve merger'),
  renamed('HTBI', 'HTB', '2025-02-24', 'fntl.in/s/us/htbi: the last price as HTBI is of the Friday before'),
  renamed('FREY', 'TE', '2025-03-03', 'electrek.co/2025/02/19/freyr-rebrands-t1-energy'),
  renamed('AVTE', 'JBIO', '2025-04-29', 'Aerovate Therapeutics, press release of 2025-04-21; one new share for 35'),
  renamed('SJW', 'HTO', '2025-05-06', 'SJW Group, press release of that day'),

  summer('CSWI', 'CSW'),
  summer('KIND', 'NXDR'),
  renamed('OB', 'TEAD', '2025-06-12', 'stockanalysis.com/stocks/tead: so quoted on that day, perhaps for some days'),
  renamed('LANC', 'MZTI', '2025-07-01', 'Lancaster Colony, 8-K of 2025-06-27'),
  renamed('IGT', 'BRSL', '2025-07-02', 'International Game Technology, 6-K of 2025-07-01'),
  renamed('BIGC', 'CMRC', '2025-08-01', 'BigCommerce, 10-Q for the second quarter of 2025'),
  summer('BLDE', 'SRTA'),
  renamed('BYON', 'BBBY', '2025-08-29', 'Bed Bath & Beyond, 10-Q for the third quarter of 2025'),
  renamed('BHLB', 'BBT', '2025-09-01', 'Beacon Financial, 8-K of that day, accession 0001104659-25-086043'),
  renamed('HMST', 'MCHB', '2025-09-02', 'Nasdaq notice of 2025-08-19; MCHB was the unlisted Mechanics Bank until then'),
  renamed('NYMT', 'ADAM', '2025-09-03', 'New York Mortgage Trust, press release of 2025-09-02'),

  autumn('ABL', 'ABX'),
  autumn('AMBC', 'OSG'),
  autumn('AMRK', 'GOLD'),
  autumn('COMM', 'VISN'),
  autumn('KAR', 'OPLN'),
  autumn('MFH', 'CD'),
  autumn('OMI', 'ACH'),
  renamed('GCI', 'TDAY', '2025-11-18', 'thedesk.net/2025/11/gannett-rebrands-to-usa-today-company'),
  renamed('ATUS', 'OPTU', '2025-11-19', 'Altice USA, 10-Q for the third quarter of 2025'),
  renamed('MNMD', 'DFTX', '2026-01-15', 'highlycapitalized.com, MindMed Rebrands as Definium Therapeutics'),
  renamed('MODG', 'CALY', '2026-01-16', 'Topgolf Callaway Brands, 8-K, accession 0000837465-26-000003'),

  spring('AHH', 'AHRT'),
  spring('CMPO', 'GPGI'),
  spring('GMRE', 'XRN'),
  spring('PX', 'RPC'),
  spring('RYI', 'RYZ'),
  spring('TSE', 'TSEOF'),
  renamed('AXL', 'DCH', '2026-02-05', 'Dauch, 8-K of 2026-02-03, accession 0001104659-26-009503'),
  renamed('ATGE', 'CVSA', '2026-02-24', 'fintool.com/news/covista-investor-day-purpose-at-scale'),
  renamed('GMGI', 'MRDN', '2026-03-03', 'Golden Matrix Group, press release of 2026-02-26; one new share for 12'),

  renamed('GOLD', 'B', '2025-05-09', "mining.com of 2025-04-28: Barrick's; B was Barnes Group's until 2025-01-27 (8-K, accession 0001140361-25-001965)"),

  reused('ARIS', '2025-11-05', "not in the issuer's file of that day: Aris Water was taken over (S-4 of Western Midstream, 2025-08-28); then Aris Mining's"),
  reused('MTAL', '2025-10-25', 'MAC Copper until it was delisted the day before (middle.news of 2025-10-23), then Metals Acquisition Corp. II'),
  reused('RNA', '2026-02-28', 'Avidity until its merger closed the day before (8-K, accession 0001193125-26-079570), then Atrium'),

  {
    kind: 'MISWRITTEN',
    written: 'CLSKW',
    meant: 'CLSK',
    source: "the issuer's file of 2025-05-13: CleanSpark's share at its price, under the ticker of its warrant",
  },
  {
    kind: 'MISWRITTEN',
    written: 'METCV',
    meant: 'METC',
    source: "the issuer's files of 2024-09-27 and 2025-05-13: Ramaco's class A under the ticker it was issued with",
  },
];

/** The same without what issuers miswrite: where tickers themselves are listed, each means what it says. */
export const tickerMoves: readonly TickerChange[] = tickerChanges.filter(({ kind }) => kind !== 'MISWRITTEN');
