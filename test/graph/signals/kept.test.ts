import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { bringUpToDate } from '../../../src/evaluation/bringUpToDate';
import { touching } from '../../../src/evaluation/factsOnDays';
import { versionsOf } from '../../../src/evaluation/versionsOf';
import { signals } from '../../../src/signals/signals';
import { HistoryWriter } from '../../../src/store/history/HistoryWriter';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aVintage, loadSeries } from '../../store/load/inventedSeries';
import { KNOWN, fillLanding } from './landing';

const database = useDatabase();

const BRIEF = '__typename key asOf version value score state isHindsight knownOnBasis';
const rotation = (fields: string): string => `{ rotation(asOf: "${KNOWN}") { phase sentence lead unwinding { ${fields} } softLanding { ${fields} } confirmation { ${fields} } } }`;
const every = (fields: string): string => `{ signals(asOf: "${KNOWN}") { ${fields} } }`;

/** A landing, and what signals read around its last day, kept. */
beforeAll(async () => {
  const { db } = database();
  await fillLanding(db);
  await HistoryWriter.inTurn(db, async (writer) => {
    const covered = [...signals.values()].map((one) => ({ key: one.key, versions: versionsOf(one), needs: touching(one), firstOn: isoDate(KNOWN), lastOn: isoDate(KNOWN) }));
    for (const knowledge of Object.values(Knowledge)) await writer.cover(covered, knowledge, '0');
    await bringUpToDate(writer, [...signals.values()], { now: new Date(`${KNOWN}T22:00:00Z`), onlyStale: true });
  });
}, 60_000);

const withoutSentence = ({ sentence: _, ...rest }: Record<string, unknown>): unknown => rest;

describe('a signal of which no more is asked than is kept', () => {
  it('comes from the stored history, of all signals at once, by one look and one answer', async () => {
    const { result, statements } = await ask(database().db, every(BRIEF));
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(2);
  });

  it('says what it says where all of it is evaluated', async () => {
    const evaluated = await dataOf<{ signals: readonly Record<string, unknown>[] }>(database().db, every(`${BRIEF} sentence`));
    expect(evaluated.signals.map(withoutSentence)).toEqual((await dataOf(database().db, every(BRIEF))).signals);
    expect(evaluated.signals.filter(({ score }) => score !== null).length).toBeGreaterThan(5);
  });

  it('is told beside others that are asked whole, once each', async () => {
    const both = `{ brief: signal(key: "fed-easing", asOf: "${KNOWN}") { score } whole: signal(key: "fed-easing", asOf: "${KNOWN}") { score sentence } other: signal(key: "fed-easing", asOf: "2024-09-01") { score } }`;
    const { brief, whole, other } = await dataOf<Record<string, { score: number | null }>>(database().db, both);
    expect(whole?.score).toBe(brief?.score);
    expect(other).toEqual((await dataOf(database().db, '{ other: signal(key: "fed-easing", asOf: "2024-09-01") { sentence score } }').then(({ other: one }) => withoutSentence(one as Record<string, unknown>))));
  });

  it('makes the rotation known, with its sentence', async () => {
    const { db } = database();
    const { statements } = await ask(db, `{ rotation(asOf: "${KNOWN}") { asOf phase sentence } }`);
    expect(statements.filter((text) => text.includes('observation_interval'))).toEqual([]);
    const brief = await dataOf<{ rotation: Record<string, unknown> }>(db, rotation('score'));
    const whole = await dataOf<{ rotation: Record<string, unknown> }>(db, rotation('score sentence'));
    expect(brief.rotation.sentence).toBe(whole.rotation.sentence);
  });

  it('is evaluated again once a load has brought what it is told from', async () => {
    const { db } = database();
    const asked = `{ signal(key: "financial-conditions", asOf: "${KNOWN}") { value score } }`;
    const before = await dataOf(db, asked);
    await loadSeries(db, [aVintage('NFCI', KNOWN, { '2024-09-06': '-0.77' })]);
    const after = await dataOf(db, asked);
    expect(after).not.toEqual(before);
    expect(after).toMatchObject({ signal: { value: -0.77 } });
  });
});
