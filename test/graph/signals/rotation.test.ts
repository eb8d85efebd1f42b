import { sessionBack } from '../../../src/domain/nyseCalendar';
import { isoDate } from '../../../src/domain/isoDate';
import { Every, sessionsEvery } from '../../../src/evaluation/sessionsOn';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadCloses } from '../../store/load/priceFile';
import { KNOWN, fillLanding } from './landing';

const database = useDatabase();

const sessions = sessionsEvery(Every.DAY, isoDate('2023-08-01'), isoDate(KNOWN));
const START = sessionBack(isoDate(KNOWN), 63);

/** A landing that unemployment vetoes, nothing of the Magnificent 7, and small caps that gained 10 % over 63 sessions where SPY gained 4 % and QQQ 12 %. */
beforeAll(async () => {
  const { db } = database();
  await fillLanding(db);
  for (const [symbol, grown] of [['IWM', 110], ['SPY', 104], ['QQQ', 112]] as const) {
    await loadCloses(db, symbol, 'TOTAL_RETURN', Object.fromEntries(sessions.map((day) => [day, START !== undefined && day > START ? grown : 100])));
  }
});

const ALL = 'asOf phase sentence lead missing { field reason } whole { key state } unwinding { key state } softLanding { key score } confirmation { key score isPartial missing { input } }';

describe('rotation', () => {
  it('tells both catalysts, what confirms them and what came of it, and no phase where a catalyst is lacking', async () => {
    const { rotation } = await dataOf(database().db, `{ rotation(asOf: "${KNOWN}") { ${ALL} } }`);
    expect(rotation).toEqual({
      asOf: KNOWN,
      phase: null,
      lead: expect.closeTo(6, 9) as unknown,
      missing: [{ field: 'phase', reason: 'NOT_KNOWN_YET' }],
      whole: { key: 'rotation', state: 'INSUFFICIENT_DATA' },
      unwinding: { key: 'mag7-unwind', state: 'INSUFFICIENT_DATA' },
      softLanding: { key: 'soft-landing', score: 0 },
      confirmation: { key: 'confirmation', score: expect.closeTo((0 - 1 / 3 + 1) / 3, 3) as unknown, isPartial: true, missing: [{ input: 'IWM' }, { input: 'ICSA' }] },
      sentence: `As of ${KNOWN} a rotation into small caps cannot be told, for want of a catalyst (the unwinding of the Magnificent 7 unknown, a soft landing 0.00, what confirms it +0.22); IWM returned +6.0 pp against SPY over 63 trading days.`,
    });
  });

  it('holds small caps against whatever is asked for, and reads of IWM and SPY what the signal reads', async () => {
    const asked = `{ usual: rotation(asOf: "${KNOWN}") { lead } other: rotation(asOf: "${KNOWN}", large: "QQQ") { lead sentence } none: rotation(asOf: "${KNOWN}", small: "VTWO") { lead missing { field } sentence }
      signal(key: "small-cap-leadership", asOf: "${KNOWN}") { value } }`;
    const { usual, other, none, signal } = await dataOf<Record<string, { lead: number; value: number }>>(database().db, asked);
    expect(usual?.lead).toBe(signal?.value);
    expect(other).toMatchObject({ lead: expect.closeTo(-2, 9) as unknown, sentence: expect.stringMatching(/IWM returned -2\.0 pp against QQQ/) as unknown });
    expect(none).toMatchObject({ lead: null, missing: [{ field: 'phase' }, { field: 'lead' }], sentence: expect.stringMatching(/what VTWO returned against SPY over 63 trading days is not known\.$/) as unknown });
  });

  it('evaluates what it shows once, whatever of it is asked', async () => {
    const { statements } = await ask(database().db, `{ rotation(asOf: "${KNOWN}") { phase } }`);
    const { statements: more } = await ask(database().db, `{ rotation(asOf: "${KNOWN}") { ${ALL} } }`);
    expect(more).toHaveLength(statements.length);
  });

  it('of a ticker against itself is refused before any SQL', async () => {
    const { result, statements } = await ask(database().db, '{ rotation(small: "SPY") { phase } }');
    expect({ statements, errors: result.errors }).toMatchObject({ statements: [], errors: [{ path: ['rotation'], message: "'small' and 'large' are both SPY: expected two.", extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
