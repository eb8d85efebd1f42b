import { variables } from '../../src/server/config';
import { configTable } from '../../src/server/configTable';

const [head, rule, ...rows] = configTable().split('\n');
const cells = (row: string | undefined): readonly string[] => (row ?? '').split('|').map((cell) => cell.trim());

describe('the table of environment variables', () => {
  it('has one row for each, in their order', () => {
    expect(rows.map((row) => cells(row)[1])).toEqual(Object.keys(variables).map((name) => `\`${name}\``));
  });

  it('has as many cells in each row as its head has', () => {
    expect(cells(head)).toHaveLength(6);
    for (const row of [rule, ...rows]) expect(cells(row)).toHaveLength(6);
  });

  it('says what a person needs to set one', () => {
    expect(rows[2]).toBe('| `PORT` | 4000 | a whole number from 0 to 65535 | The port it listens on; 0 takes any that is free. |');
  });
});
