import { Closes } from '../../src/domain/closes';
import type { Source } from '../../src/sources/defineSource';
import closeCsv from '../../src/sources/definitions/close-csv';
import ohlcv from '../../src/sources/definitions/ohlcv-csv';
import stooq from '../../src/sources/definitions/stooq';
import chart from '../../src/sources/definitions/yahoo-chart';
import type { Told } from '../../src/sources/tellable';

interface PriceFile {
  readonly path: string;
  readonly source: Source;
  readonly told: Told;
}

const adjusted = { closes: Closes.TOTAL_RETURN };
const of = (source: Source, folder: string, names: string, told: Told): readonly PriceFile[] => names.split(' ').map((name) => ({ path: `prices/${folder}/${name}`, source, told }));

/** Every real file of prices that can be read, and what is said of it. */
export const PRICE_FILES: readonly PriceFile[] = [
  ...of(stooq, 'stooq', 'aapl_us_d.csv iwm_us_d.csv spy_us_d.csv', {}),
  ...of(chart, 'yahoo_chart', 'chart_AAPL.json chart_GSPC.json', {}),
  ...of(ohlcv, 'ohlcv', 'AVSC.csv IWM.csv MAGS.csv SPY.csv VTWO.csv', adjusted),
  ...of(closeCsv, 'close', 'AAPL.csv AMZN.csv AVSC.csv AVUV.csv GOOGL.csv IWM.csv META.csv MSFT.csv NVDA.csv QQQ.csv SPY.csv TSLA.csv', adjusted),
  ...of(closeCsv, 'close', '_RUT.csv', { symbol: '^RUT', closes: Closes.RAW }),
  ...of(closeCsv, 'close/iwm_top', 'AAOI.csv AEIS.csv AGX.csv AHR.csv ARWR.csv AVAV.csv AXSM.csv BBIO.csv BE.csv CDE.csv CMC.csv CRDO.csv CTRE.csv', adjusted),
  ...of(closeCsv, 'close/iwm_top', 'CYTK.csv DY.csv ENS.csv ENSG.csv ESE.csv FCFS.csv FLR.csv FN.csv FORM.csv FSS.csv GATX.csv GH.csv', adjusted),
];
