import { CorporateActionKind } from '../domain/corporateActions';
import { type Decimal, isPositive, parseDecimal, rounded } from '../domain/decimal';
import type { ActionReport } from './CorporateActionsReport';
import { dayOfTimestamp } from './chartBars';
import { type JsonObject, parseJsonDecimal } from './JsonObject';

/** Digits that are kept of what is computed: an amount of a cent before splits of many for one. */
const DIGITS = 12;

/**
 * The splits and dividends of an answer, where it has any. Yahoo restates what was paid for all later splits; here it is per share as
 * shares were on the day, so it is taken back by the splits that stand beside it.
 */
export function chartActions(result: JsonObject, meta: JsonObject): readonly ActionReport[] {
  const events = result.object('events');
  const each = (group: string): readonly JsonObject[] => {
    const object = events?.object(group) ?? null;
    return (object?.keys() ?? []).flatMap((key) => object?.object(key) ?? []);
  };
  const base = { knownOn: null, ratio: null, amount: null, currency: null, delistingReturn: null };
  const splits = each('splits').flatMap((event): ActionReport[] => {
    const observedOn = event.required('date', 'seconds since 1970', dayOfTimestamp);
    const [into, from] = ['numerator', 'denominator'].map((key) => event.required(key, 'a number above zero', parsePositive));
    if (observedOn === null || into == null || from == null) return [];
    return [{ ...base, kind: CorporateActionKind.SPLIT, observedOn, ratio: rounded(Number(into) / Number(from), DIGITS) }];
  });
  const currency = meta.text('currency');
  const dividends = each('dividends').flatMap((event): ActionReport[] => {
    const observedOn = event.required('date', 'seconds since 1970', dayOfTimestamp);
    const amount = event.required('amount', 'a number above zero', parsePositive);
    if (observedOn === null || amount === null) return [];
    const later = splits.filter((split) => split.observedOn > observedOn);
    const before = later.length === 0 ? amount : rounded(later.reduce((paid, { ratio }) => paid * Number(ratio), Number(amount)), DIGITS);
    return [{ ...base, kind: CorporateActionKind.DIVIDEND, observedOn, amount: before, currency }];
  });
  return [...splits, ...dividends];
}

function parsePositive(text: string): Decimal | undefined {
  const number = parseJsonDecimal(text) ?? parseDecimal(text);
  return number !== undefined && isPositive(number) ? number : undefined;
}
