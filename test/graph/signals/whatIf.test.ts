import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { KNOWN, fillLanding } from './landing';

const database = useDatabase();

beforeAll(() => fillLanding(database().db));

interface Hypothetical {
  readonly score: number;
  readonly actualScore: number;
  readonly change: number;
  readonly sentence: string;
  readonly suppositions: readonly string[];
  readonly contributions: readonly { readonly kind: string; readonly key: string; readonly weight: number; readonly contribution: number }[];
}

const WHAT = 'key asOf value score actualScore change state sentence isPartial suppositions missing { input } contributions { kind key weight contribution } leaves { signal term weight contribution }';

const whatIf = async (key: string, suppositions: string): Promise<Hypothetical> =>
  (await dataOf<{ signal: { whatIf: Hypothetical } }>(database().db, `{ signal(key: "${key}", asOf: "${KNOWN}") { whatIf${suppositions} { ${WHAT} } } }`)).signal.whatIf;

const PLAIN = (2 + 2 + 0 - 2 / 3 + 1) / 9;

describe('whatIf', () => {
  it('tells what a signal would read if unemployment had not risen: the veto is gone, and its text says that it is hypothetical', async () => {
    const months = ['2024-06-01', '2024-07-01', '2024-08-01'].map((day) => `{ code: "UNRATE", observedOn: "${day}", value: 3.5 }`).join(', ');
    const found = await whatIf('soft-landing', `(observations: [${months}])`);
    expect(found.score).toBeCloseTo((2 + 2 + 0 + 2 + 1) / 9, 3);
    expect(found).toMatchObject({ actualScore: 0, change: found.score, state: 'FOR', suppositions: ['UNRATE of 2024-06-01 were 3.5', 'UNRATE of 2024-07-01 were 3.5', 'UNRATE of 2024-08-01 were 3.5'] });
    expect(found.sentence).toMatch(/^Hypothetical, if UNRATE of 2024-06-01 were 3\.5 and UNRATE of 2024-07-01 were 3\.5 and UNRATE of 2024-08-01 were 3\.5: A soft landing scored \+0\.7\d: /);
    expect(found.contributions.map(({ kind }) => kind)).not.toContain('VETO');
  });

  it('takes a value of a period that has none yet, in the month that it names', async () => {
    const found = await whatIf('labor-resilience', '(observations: [{ code: "UNRATE", observedOn: "2024-09-17", value: 3.5 }])');
    expect(found).toMatchObject({ value: 0.47, suppositions: ['UNRATE of 2024-09-17 were 3.5'] });
  });

  it('takes other weights and anchors, also of what the signal is made of', async () => {
    const weighed = await whatIf('soft-landing', '(weights: [{ signal: "labor-resilience", part: "sahm", weight: 0 }, { signal: "labor-resilience", part: "claims", weight: 0 }, { signal: "soft-landing", part: "conditions", weight: 0 }])');
    expect(weighed.contributions.find(({ key }) => key === 'labor-resilience')).toMatchObject({ weight: 0.25, contribution: 0.25 });
    expect(weighed).toMatchObject({ score: 0, contributions: expect.arrayContaining([expect.objectContaining({ kind: 'VETO' })]) as unknown });
    const scored = await whatIf('financial-conditions', '(anchors: [{ signal: "financial-conditions", term: "index", points: [{ value: -1, score: 1 }, { value: 0, score: 0 }] }])');
    expect(scored).toMatchObject({ score: 0.5, actualScore: 1, change: -0.5 });
  });

  it('with nothing supposed is what the signal says, and so is the signal beside any supposition, asked before or after', async () => {
    const nothing = await whatIf('soft-landing', '');
    const all = 'value score state isPartial missing { input } contributions { kind key weight contribution } leaves { signal term weight contribution }';
    const asked = `{ signal(key: "soft-landing", asOf: "${KNOWN}") { ${all} sentence whatIf(observations: [{ code: "NFCI", observedOn: "2024-09-27", value: 2 }]) { score } } }`;
    const { signal } = await dataOf<{ signal: { sentence: string; whatIf: unknown } }>(database().db, asked);
    const { sentence, whatIf: _, ...actual } = signal;
    expect(nothing).toMatchObject({ ...actual, change: 0, suppositions: [], sentence: `Hypothetical, with nothing of it changed: ${sentence}` });
  });

  it('of several signals changes each by what concerns it', async () => {
    const asked = `{ signals(keys: ["soft-landing", "financial-conditions", "fed-easing"], asOf: "${KNOWN}") { whatIf(observations: [{ code: "NFCI", observedOn: "2024-09-27", value: 0.5 }]) { key score change suppositions } } }`;
    const { result, statements } = await ask(database().db, asked);
    const suppositions = ['NFCI of 2024-09-27 were 0.5'];
    expect(result.data).toEqual({
      signals: [
        { whatIf: { key: 'soft-landing', score: 0, change: 0, suppositions } },
        { whatIf: { key: 'financial-conditions', score: -1, change: -2, suppositions } },
        { whatIf: { key: 'fed-easing', score: 1, change: 0, suppositions: [] } },
      ],
    });
    expect(statements).toHaveLength(3);
  });

  it('refuses what cannot be supposed before any SQL, and says where', async () => {
    const asked = '{ signal(key: "soft-landing") { whatIf(weights: [{ signal: "soft-landing", part: "luck", weight: 1 }]) { score } } }';
    const { result, statements } = await ask(database().db, asked);
    expect(result.errors).toMatchObject([{ path: ['signal', 'whatIf'], extensions: { code: 'BAD_USER_INPUT' }, message: "'weights' names the part 'luck' of soft-landing: expected one of easing, growth, inflation, labor, conditions." }]);
    expect(statements).toEqual([]);
  });
});

describe('evidence against a signal', () => {
  it('is what has the other sign, the strongest first, and of a vetoed score what speaks against the sum that the veto holds down', async () => {
    const asked = `{ landing: signal(key: "soft-landing", asOf: "${KNOWN}") { score leaves { contribution } evidence(against: true) { label signal term contribution } }
      labor: signal(key: "labor-resilience", asOf: "${KNOWN}") { score evidence(against: true) { label } } }`;
    const { landing, labor } = await dataOf<Record<string, { score: number; leaves: readonly { contribution: number }[]; evidence: readonly { label: string; contribution: number; signal: string }[] }>>(database().db, asked);
    expect(landing?.score).toBe(0);
    expect(landing?.leaves.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(PLAIN, 2);
    const contributions = landing?.evidence.map(({ contribution }) => contribution) ?? [];
    expect(contributions).toEqual([...contributions].sort((a, b) => a - b));
    expect(contributions.every((one) => one < 0)).toBe(true);
    expect(landing?.evidence[0]).toMatchObject({ signal: 'labor-resilience', term: 'sahm' });
    expect(labor?.score).toBeCloseTo(-1 / 3, 12);
    expect(labor?.evidence.map(({ label }) => label)).toEqual(['payrolls of May 2024', 'payrolls of August 2024']);
  });
});
