import { SourceFormat } from '../../domain/errors';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { defineSource } from '../defineSource';
import { fundAndDay } from '../fundAndDay';
import { holdingsReading } from '../holdingsReading';
import { isObject, JsonObject } from '../JsonObject';
import { readJson } from '../readJson';
import { Refusals } from '../Refusals';
import { vanguardLine } from '../vanguardLines';

const KEY = 'vanguard-holdings';

/** What little a fund of shares holds in cash and futures stands in lists of their own. */
const COMPLETE = { from: 98, to: 101 };

/**
 * The list of stocks that a Vanguard fund's page loads (`.../VTWO/portfolio-holding/stock.json`); those of bonds and
 * other kinds look alike. It does not name its fund. A list whose weights do not sum to the whole fund is refused: of
 * several pages, each is one; of a fund of shares and bonds, too.
 *
 * @source The answers of investor.vanguard.com, which Vanguard does not document, as public programs that read them
 *   describe them: `{ size, asOfDate, fund: { entity: [{ asOfDate, longName, shortName, ticker, cusip, isin, sedol,
 *   percentWeight, sharesHeld, marketValue, notionalValue, secMainType, secSubType, holdingType }] } }`, with
 *   numbers as texts or numbers, days as moments in New York, and blanks for what there is not.
 */
export default defineSource({
  key: KEY,
  title: 'Holdings of a Vanguard fund',
  publisher: 'Vanguard',
  documentation: 'https://investor.vanguard.com/investment-products/etfs/profile/vtwo',
  terms: 'Vanguard restricts redistribution of the contents of its site; they may be looked at and kept for own use.',
  files: /\.json$/i,
  precedence: 10,
  usualKnownOn: 'NEXT_SESSION',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const value = readJson(KEY, bytes);
    if (!isObject(value)) throw SourceFormat.whole(KEY, 'expected an object with fund.entity, found another value');
    const answer = new JsonObject('$', value, refusals);
    const entities = answer.object('fund')?.objects('entity') ?? answer.objects('entity');
    if (entities === null) {
      const reason = `expected a list of holdings, found ${Object.keys(value).join(', ') || 'nothing'}`;
      throw new SourceFormat(KEY, [{ line: null, column: '$.fund.entity', reason }]);
    }

    const size = answer.decimal('size');
    if (size !== null && Number(size) !== entities.length) {
      const reason = `expected ${size} holdings as it says, found ${entities.length}: the list is a page of several`;
      answer.refuse('size', reason);
    }
    const places = [answer, ...entities];
    const hasDay = places.some((place) => place.text('asOfDate') !== null);
    const said = { fund: null, fundName: null, observedOn: dayOf(places), hasDay, issuer: 'Vanguard' };
    const identity = { fundName: null, ...fundAndDay(said, told, refusals) };
    const lines = entities.map((entity) => ({ at: entity.path, holding: vanguardLine(entity) }));
    const habits = { about: 'the list', complete: COMPLETE, empty: 'there is no holding' };
    return holdingsReading(KEY, identity, lines, refusals, habits);
  },
});

/** The one day of the whole file, which may stand at its top and at each holding. */
function dayOf(places: readonly JsonObject[]): IsoDate | null {
  let day: IsoDate | null = null;
  for (const place of places) {
    const said = place.read('asOfDate', 'a day such as "2026-05-31T00:00:00-04:00"', parseMoment);
    if (said !== null && day !== null && said !== day) place.refuse('asOfDate', `expected ${day} as above, found ${said}`);
    day ??= said;
  }
  return day;
}

/** The day of a moment where it was written, which is midnight in New York. */
const parseMoment = (text: string): IsoDate | undefined =>
  parseIsoDate(/^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)?.[1] ?? '');
