import { Closes } from '../../domain/closes';
import { SourceFormat } from '../../domain/errors';
import { defineSource } from '../defineSource';
import { isObject, JsonObject } from '../JsonObject';
import { readJson } from '../readJson';
import { Refusals } from '../Refusals';
import type { Told } from '../tellable';
import { chartActions } from '../chartActions';
import { chartBars } from '../chartBars';

const KEY = 'yahoo-chart';

/**
 * The answer of Yahoo's chart interface about one symbol, daily bars. Its closes are adjusted for splits; beside them stand those that
 * are adjusted for dividends too, of an index the same again, which are no total return and are not read. Splits and dividends come where
 * they were asked for (`events=div,splits`). The bar of a day whose session had not ended is left out.
 *
 * @source https://query1.finance.yahoo.com/v8/finance/chart/AAPL?interval=1d&range=2y: nobody documents it; read off its answers.
 */
export default defineSource({
  key: KEY,
  title: "An answer of Yahoo's chart interface",
  publisher: 'Yahoo',
  documentation: 'https://finance.yahoo.com/quote/IWM/history/',
  terms: 'Yahoo restricts redistribution of its data; they may be looked at and kept for own use.',
  files: /\.json$/i,
  precedence: 20,
  usualKnownOn: 'OWN_DAY',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const result = resultOf(readJson(KEY, bytes), refusals);
    const meta = result.object('meta') ?? new JsonObject('$.chart.result[0].meta', {}, refusals);
    const symbol = symbolOf(meta, told);
    meta.required('dataGranularity', '1d', (text) => (text === '1d' ? text : undefined));
    if (told.closes === Closes.RAW || told.closes === Closes.MIXED) {
      throw SourceFormat.whole(KEY, `expected ${told.closes} closes as was told, found Yahoo's, which are adjusted for splits`);
    }
    const { splitAdjusted, totalReturn, rowsRead, leftOut } = chartBars(result, meta);
    const actions = chartActions(result, meta);
    refusals.throwIfAny();
    const closes = [
      { symbol, closes: Closes.SPLIT_ADJUSTED, days: splitAdjusted },
      ...(totalReturn.length === 0 || meta.text('instrumentType') === 'INDEX' ? [] : [{ symbol, closes: Closes.TOTAL_RETURN, days: totalReturn }]),
    ];
    return { rowsRead, leftOut, reports: { closes, ...(actions.length === 0 ? {} : { corporateActions: [{ symbol, actions }] }) } };
  },
});

/** @throws {SourceFormat} if it is an answer that says what went wrong, or none about one symbol. */
function resultOf(value: unknown, refusals: Refusals): JsonObject {
  const root = isObject(value) ? new JsonObject('$', value, refusals).object('chart') : null;
  const error = root?.object('error') ?? null;
  if (error !== null) throw SourceFormat.whole(KEY, `Yahoo answered with an error, ${error.text('code') ?? 'of no name'}: ${error.text('description') ?? 'it does not say why'}`);
  const [result, ...others] = root?.objects('result') ?? [];
  if (result === undefined || others.length > 0) throw SourceFormat.whole(KEY, 'expected an answer about one symbol, at $.chart.result[0]');
  return result;
}

/** @throws {SourceFormat} if it is about another symbol than was told, or none. */
function symbolOf(meta: JsonObject, { symbol }: Told): string {
  const said = meta.text('symbol')?.toUpperCase();
  if (said === undefined) throw SourceFormat.whole(KEY, 'expected a symbol at $.chart.result[0].meta.symbol, found nothing');
  if (symbol !== undefined && symbol !== said) throw SourceFormat.whole(KEY, `expected ${symbol} as was told, found ${said}`);
  return said;
}
