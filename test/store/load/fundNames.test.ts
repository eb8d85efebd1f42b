import { useDatabase } from '../../support/database';
import { aReport, load } from './invented';

const database = useDatabase();

const nameOf = async (symbol: string): Promise<string | undefined> => {
  const rows = await database().db.query<{ name: string }[]>('SELECT name FROM fund WHERE symbol = $1', [symbol]);
  return rows[0]?.name;
};

describe('the name of a fund', () => {
  it('is the shipped one, whatever a file calls it', async () => {
    await load(database().db, [aReport({ fund: 'IWM', fundName: 'A Fund By Another Name' })]);
    expect(await nameOf('IWM')).toBe('iShares Russell 2000 ETF');
  });

  it('is its ticker where no file says it', async () => {
    await load(database().db, [aReport({ fund: 'MUTE' })]);
    expect(await nameOf('MUTE')).toBe('MUTE');
  });

  it.each([
    ['ABA', ['Alpha', null, 'Beta']],
    ['BAB', ['Beta', 'Alpha', null]],
    ['NAB', [null, 'Alpha', 'Beta']],
    ['NBA', [null, 'Beta', 'Alpha']],
  ])('is the same in whichever order files say it: %s', async (fund, names) => {
    for (const [i, fundName] of names.entries()) {
      await load(database().db, [aReport({ fund, fundName, lines: aReport().lines })], { fileName: `${i}`, knownOn: `2025-03-1${i}` });
    }
    expect(await nameOf(fund)).toBe('Alpha');
  });
});
