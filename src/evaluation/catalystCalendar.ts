import { largestOf } from '../domain/baskets';
import { indicators } from '../domain/indicators/catalog';
import { nextMeeting } from '../domain/indicators/fomcMeetings';
import { Frequency } from '../domain/indicators/Frequency';
import type { IsoDate } from '../domain/isoDate';
import { type Knowledge, KnownOnBasis } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { SURPRISE_DAYS, type UsualSurprise, usualSurprise } from '../signals/measures/usualSurprise';
import { partsOf } from '../signals/partsOf';
import type { State } from '../signals/State';
import { nextReleases, nextReports } from '../store/reads/catalystDates';
import type { Read } from '../store/Reader';
import { sql } from '../store/sql';
import { observations } from './books/observations';
import { hypotheticals } from './hypotheticals';
import { readJson } from './readJson';

export enum CatalystKind {
  FOMC = 'FOMC',
  RELEASE = 'RELEASE',
  EARNINGS = 'EARNINGS',
}

/** On what ground a day to come is said. */
export enum CatalystGround {
  RELEASE_CALENDAR = 'RELEASE_CALENDAR',
  MEETING_SCHEDULE = 'MEETING_SCHEDULE',
  EARNINGS_CALENDAR = 'EARNINGS_CALENDAR',
  USUAL_LAG = 'USUAL_LAG',
}

/** What a signal would read with one value of an indicator's next period. */
interface Outcome {
  readonly value: number;
  readonly score: number | null;
  readonly state: State | null;
}

/** What an indicator's next value would do to the signal. */
interface Surprise extends Pick<UsualSurprise, 'observedOn' | 'sample' | 'formula'> {
  readonly code: string;
  readonly unit: string;
  readonly expected: Outcome;
  readonly high: Outcome;
  readonly low: Outcome;
}

/** Something to come that may move a signal. */
interface CatalystEvent {
  readonly kind: CatalystKind;
  readonly title: string;
  /** Null where it is not known. */
  readonly dueOn: IsoDate | null;
  readonly ground: CatalystGround | null;
  /** Where the day comes from, or why there is none, in words. */
  readonly text: string;
  readonly releaseCode: string | null;
  readonly cik: string | null;
  readonly surprises: readonly Surprise[];
}

interface Standing {
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

const FOMC = 'fomc-target-range';

/**
 * What is to come next that may move a signal: decisions of the Fed, releases of the indicators that it reads, reports of a basket's members. In the order of their days;
 * those without a day come last.
 */
export async function catalystCalendar(read: Read, definition: Definition, basket: string, at: Standing): Promise<readonly CatalystEvent[]> {
  const surprises = await surprisesOf(read, definition, at);
  const events = [...(await releaseEvents(read, definition, at, surprises)), ...(await earningsEvents(read, basket, at))];
  return events.sort((a, b) => compare(a.dueOn ?? '9', b.dueOn ?? '9') || compare(a.kind, b.kind) || compare(a.title, b.title));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The indicators that a signal reads, down to the last. */
function codesRead(definition: Definition): readonly string[] {
  const needs = [...partsOf([definition])].flatMap(({ inputs }) => Object.values(inputs).map(({ need }) => need));
  return [...new Set(needs.flatMap((need) => (need.kind === 'observations' ? [need.code] : [])))].sort();
}

/** Those of which single days are events: not the rates of every day, but the Fed's own. */
const eventful = (definition: Definition) =>
  indicators.filter(({ code, frequency, releaseCode }) => codesRead(definition).includes(code) && (frequency !== Frequency.DAILY || releaseCode === FOMC));

interface Due {
  readonly code: string;
  readonly name: string;
  readonly lag: string | null;
  readonly due_on: IsoDate | null;
  readonly basis: KnownOnBasis | null;
}

async function releaseEvents(read: Read, definition: Definition, at: Standing, surprises: readonly Surprise[]): Promise<readonly CatalystEvent[]> {
  const codes = [...new Set(eventful(definition).map(({ releaseCode }) => releaseCode))];
  const rows = await readJson<readonly Due[]>(read, sql`SELECT coalesce(json_agg(r), '[]') FROM (${nextReleases(codes, at)}) r`);
  return rows.map((due) => ({
    ...(due.code === FOMC ? { kind: CatalystKind.FOMC, title: 'Decision of the Federal Open Market Committee' } : { kind: CatalystKind.RELEASE, title: due.name }),
    ...dayOf(due, at.asOf),
    ...{ releaseCode: due.code, cik: null },
    surprises: surprises.filter((one) => indicators.some((indicator) => indicator.code === one.code && indicator.releaseCode === due.code)),
  }));
}

/** When a release is due, and on what ground. FRED's calendar of the Fed's release lists every day, and tells no meeting. */
function dayOf({ code, lag, due_on: dueOn, basis }: Due, asOf: IsoDate): Pick<CatalystEvent, 'dueOn' | 'ground' | 'text'> {
  if (code === FOMC) return meetingDay(asOf);
  if (dueOn !== null && basis === KnownOnBasis.RELEASE_CALENDAR) return { dueOn, ground: CatalystGround.RELEASE_CALENDAR, text: 'as the newest calendar of releases known has it' };
  if (dueOn === null) return { ...NO_DAY, text: 'nothing of it was known by which its next day could be told' };
  if (dueOn < asOf) return { ...NO_DAY, text: `it was due by ${dueOn} by its usual lag, ${lag}, and was not known yet` };
  return { dueOn, ground: CatalystGround.USUAL_LAG, text: `${lag}, its usual lag, which knows of no delay` };
}

const NO_DAY = { dueOn: null, ground: null };

function meetingDay(asOf: IsoDate): Pick<CatalystEvent, 'dueOn' | 'ground' | 'text'> {
  const meeting = nextMeeting(asOf);
  if (meeting === null) return { ...NO_DAY, text: "no schedule of the Committee's meetings is known here that was announced by this day and holds it" };
  return { dueOn: meeting.on, ground: CatalystGround.MEETING_SCHEDULE, text: `Board of Governors of the Federal Reserve System, press release of ${meeting.knownOn}: ${meeting.title}` };
}

async function earningsEvents(read: Read, basket: string, at: Standing): Promise<readonly CatalystEvent[]> {
  const rows = await readJson<readonly { symbol: string; cik: string | null; period_end: IsoDate | null; report_on: IsoDate | null }[]>(read, sql`SELECT coalesce(json_agg(r), '[]') FROM (${nextReports({ key: basket, largest: largestOf(basket) }, at)}) r`);
  return rows.map(({ symbol, cik, period_end: periodEnd, report_on: dueOn }) => ({
    ...{ kind: CatalystKind.EARNINGS, releaseCode: null, cik, surprises: [] },
    title: `Report of ${symbol}${periodEnd === null ? '' : ` for the quarter to ${periodEnd}`}`,
    ...(dueOn === null ? { ...NO_DAY, text: 'no calendar known here has its next report' } : { dueOn, ground: CatalystGround.EARNINGS_CALENDAR, text: 'as the calendar of expected reports has it' }),
  }));
}

/** Of each eventful indicator what its next value would do, all others as they stand. */
async function surprisesOf(read: Read, definition: Definition, { asOf, knowledge }: Standing): Promise<readonly Surprise[]> {
  const open = eventful(definition);
  const needs = open.map(({ code }) => ({ kind: 'observations', code, days: SURPRISE_DAYS }) as const);
  const { observations: observed } = (await observations.open(read, needs, [asOf], knowledge))(asOf);
  const told = open.flatMap((indicator) => {
    const usual = usualSurprise(observed(indicator.code, SURPRISE_DAYS), indicator);
    return usual === null ? [] : [{ indicator, usual, observedOn: indicator.releaseCode === FOMC ? (nextMeeting(asOf)?.on ?? usual.observedOn) : usual.observedOn }];
  });
  const suppositions = told.flatMap(({ indicator: { code }, usual, observedOn }) => [usual.expected, usual.high, usual.low].map((value) => ({ observations: { [code]: [{ observedOn, value }] } })));
  const [found] = await hypotheticals(read, [definition], asOf, knowledge, suppositions);
  return told.map(({ indicator: { code, unit }, usual, observedOn }, i) => {
    const outcome = (value: number, n: number): Outcome => ({ value, score: found?.supposed[3 * i + n]?.score ?? null, state: found?.supposed[3 * i + n]?.state ?? null });
    const { sample, formula, expected, high, low } = usual;
    return { code, unit, observedOn, sample, formula, expected: outcome(expected, 0), high: outcome(high, 1), low: outcome(low, 2) };
  });
}
