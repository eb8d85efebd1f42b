import { parse } from 'graphql';
import { Reader } from '../../src/store/Reader';
import { TODAY, schema, withCode } from '../support/ask';
import { execute } from '../../src/graph/planner/execute';
import { useDatabase } from '../support/database';

const database = useDatabase();

/** A reader that lives on while the market below it comes and goes, as a server's does. */
function aServer() {
  const statements: string[] = [];
  const reader = new Reader(database().db, (text) => statements.push(text));
  const contextValue = { reader, today: TODAY, maxCost: 1_000, publish: withCode };
  return {
    statements,
    ask: async (query: string) => {
      statements.length = 0;
      const { errors, extensions } = await execute({ schema, document: parse(query), contextValue });
      return errors?.map(({ message }) => message) ?? extensions?.data;
    },
  };
}

const ANY = '{ etf(symbol: "IWM") { symbol } }';
const LATE = '{ etf(symbol: "IWM", asOf: "2026-01-02") { symbol } }';

describe('what day it is', () => {
  beforeEach(() => database().db.query('DELETE FROM simulation'));
  const simulate = () => database().db.query(`INSERT INTO simulation VALUES (TRUE, 1, 40, 2, 1, 'NULL', '2025-12-31')`);

  it('is told by the answer itself, in one statement once it is known', async () => {
    await simulate();
    const { ask, statements } = aServer();
    expect([await ask(ANY), statements.length]).toEqual([{ version: '0', asOf: '2025-12-31', isSettled: false, isSimulated: true }, 2]);
    expect([await ask(ANY), statements.length]).toEqual([{ version: '0', asOf: '2025-12-31', isSettled: false, isSimulated: true }, 1]);
  });

  it('costs nothing where data are real', async () => {
    const { ask, statements } = aServer();
    expect([await ask(ANY), statements.length]).toEqual([{ version: '0', asOf: TODAY, isSettled: false }, 1]);
  });

  it('is never that of a market that has gone', async () => {
    await simulate();
    const { ask } = aServer();
    await ask(ANY);
    await database().db.query('DELETE FROM simulation');
    expect(await ask(LATE)).toEqual({ version: '0', asOf: TODAY, isSettled: true });
  });

  it('is that of a market which came meanwhile', async () => {
    const { ask } = aServer();
    expect(await ask(LATE)).toEqual({ version: '0', asOf: TODAY, isSettled: true });
    await simulate();
    expect(await ask(LATE)).toEqual(['asOf 2026-01-02 lies in the future: today is 2025-12-31.']);
  });
});
