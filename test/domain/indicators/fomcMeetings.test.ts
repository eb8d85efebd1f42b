import { nextMeeting } from '../../../src/domain/indicators/fomcMeetings';
import { addDays, isoDate } from '../../../src/domain/isoDate';
import { isWeekend } from '../../../src/domain/nyseHolidays';

const on = (day: string): string | undefined => nextMeeting(isoDate(day))?.on;

describe('the next meeting of the Fed', () => {
  it('is the first that ends on a day or after it, by the schedule known then', () => {
    expect(['2025-01-01', '2025-01-29', '2025-01-30', '2025-12-11', '2026-11-26'].map(on)).toEqual(['2025-01-29', '2025-01-29', '2025-03-19', '2026-01-28', '2026-12-09']);
  });

  it('is not told of a year whose schedule is not known here, nor from a schedule that was not announced yet', () => {
    expect(['2024-08-08', '2024-09-10', '2024-12-31', '2027-12-09', '2028-01-01'].map(on)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(nextMeeting(isoDate('2026-12-10'))).toMatchObject({ on: '2027-01-27', knownOn: '2025-09-05' });
  });

  it('are eight a year, each on a Wednesday that is five to eight weeks after the one before', () => {
    const found = new Set<string>();
    for (let day = isoDate('2025-01-01'); day <= '2027-12-08'; day = addDays(day, 1)) found.add(on(day) ?? '');
    const days = [...found].map(isoDate);
    expect(days).toHaveLength(24);
    expect(days.filter((day) => isWeekend(day) || new Date(`${day}T00:00:00Z`).getUTCDay() !== 3)).toEqual([]);
    const weeks = days.slice(1).map((day, i) => (Date.parse(day) - Date.parse(days[i] ?? day)) / (7 * 86_400_000));
    expect(weeks.filter((apart) => apart < 5 || apart > 8)).toEqual([]);
  });
});
