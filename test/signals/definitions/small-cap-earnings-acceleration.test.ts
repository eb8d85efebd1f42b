import acceleration from '../../../src/signals/definitions/small-cap-earnings-acceleration';
import { MissingReason } from '../../../src/domain/MissingReason';
import { TermKind } from '../../../src/signals/Score';
import { State } from '../../../src/signals/State';
import { type CompanyWorld, readingOfCompanies } from '../companyWorld';
import { quartersFrom } from '../measures/quarterRows';

const DAY = '2024-05-10';

/** Net incomes of the quarters from that a year before the quarter before, to the newest. */
const earning = (...netIncome: readonly number[]) => quartersFrom('2022-12-31', netIncome.map((one) => ({ netIncome: one })));
const on = (quarters: NonNullable<CompanyWorld['quarters']>, held: NonNullable<CompanyWorld['held']> = { S: 0.3, T: 0.3, U: 0.4 }) => readingOfCompanies(acceleration, DAY, [], { quarters, held });

describe("the acceleration of small companies' earnings", () => {
  it('is by how much faster their sum grows than a quarter before', () => {
    const reading = on({ S: earning(10, 10, 10, 10, 10, 11), T: earning(-20, -10, 0, 0, -20, -9), U: earning(10, 20, 0, 0, 10, 22) });
    expect(reading.value).toBeCloseTo(10, 9);
    expect(reading).toMatchObject({ score: expect.closeTo(1, 9) as number, state: State.FOR, details: { growth: expect.closeTo(10, 9) as number, breadth: 1, coverage: expect.closeTo(1, 9) as number } });
    expect(reading.sentence).toBe(
      "Net income of 3 small companies (100 % of IWM's weight in shares of 2024-05-10) stood +10.0 % from a year before, after 0.0 % a quarter before (+10.0 pp); 100 % of them accelerated, which speaks for a rotation into small caps.",
    );
    expect(reading.evidence.map(({ type, label, value }) => [type, label, value])).toEqual([
      ['Snapshot', 'holdings of IWM on 2024-05-10', 1],
      ['Earnings', 'net income of U, quarter to 2024-03-31', 22],
      ['Earnings', 'net income of S, quarter to 2024-03-31', 11],
      ['Earnings', 'net income of T, quarter to 2024-03-31', -9],
    ]);
  });

  it('of a few large companies alone is not above 0', () => {
    const reading = on({ S: earning(100, 100, 0, 0, 100, 150), T: earning(1, 1, 0, 0, 1, 1), U: earning(1, 1, 0, 0, 1, 0) });
    expect(reading).toMatchObject({ score: 0, details: { breadth: expect.closeTo(1 / 3, 12) as number } });
    expect(reading.terms).toMatchObject([{ kind: TermKind.INPUT, score: 1, contribution: 1 }, { kind: TermKind.CAP, key: 'narrow', contribution: -1 }]);
  });

  it('of exactly half of the companies is narrow, and a slowing is told whatever its breadth', () => {
    expect(on({ S: earning(10, 10, 0, 0, 10, 15), T: earning(10, 10, 0, 0, 10, 10) }, { S: 0.5, T: 0.5 }).score).toBe(0);
    expect(on({ S: earning(10, 10, 0, 0, 10, 5), T: earning(1, 1, 0, 0, 1, 1.1) }, { S: 0.5, T: 0.5 }).score).toBe(-1);
  });

  it("takes companies of half of the index's weight, of which two lines of one company are one", () => {
    const told = { S: earning(10, 10, 0, 0, 10, 10.5) };
    expect(on(told, { S: 0.5, T: 0.5 }).score).toBeCloseTo(0.5, 9);
    expect(on(told, { S: 0.5, T: 0.5, X: -0.2 }).details).toMatchObject({ coverage: 0.5 });
    expect(on(told, { S: 0.49, T: 0.51 })).toMatchObject({
      state: State.INSUFFICIENT_DATA,
      sentence: "The acceleration of small companies' earnings cannot be told as of 2024-05-10: four quarters' net income was known for 49 % of IWM's weight in shares of 2024-05-10, and it takes 50 %.",
    });
    expect(on(told, {}).missing).toMatchObject([{ input: 'IWM', reason: MissingReason.NOT_KNOWN_YET }]);
  });
});
