import { PREAMBLE, aShare, isharesFile } from '../../sources/isharesFile';

/** Sessions of January 2025, each with how the issuer writes it. */
export const DAYS = ['02', '03', '06', '07', '08', '10', '13', '14', '15', '16', '17', '21'].map((day) => ({
  observedOn: `2025-01-${day}`,
  written: `Jan ${day}, 2025`,
}));

/** An invented file of IWM with so many lines; what they are worth differs with `seed`. */
export function isharesDay(written: string, lines: number, seed: number): Buffer {
  const preamble = PREAMBLE.map((line) => line.replace('Feb 03, 2025', written));
  const percents = Array.from({ length: lines }, (_, i) => (i < 100 ? '1.00' : '0.00'));
  const rows = percents.map((percent, i) =>
    aShare({
      Ticker: `T${i}`,
      Name: `INVENTED COMPANY ${i} INC`,
      Sector: `Sector ${i % 11}`,
      'Market Value': `${1_000 + ((i * 7_919 + seed * 104_729) % 900_000)}.25`,
      'Weight (%)': percent,
    }),
  );
  return isharesFile({ preamble, rows });
}
