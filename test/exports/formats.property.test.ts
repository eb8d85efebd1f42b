import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { boolean, date, double, integer, text } from '../../src/exports/columns';
import { formats } from '../../src/exports/formats/formats';
import type { Sums } from '../../src/exports/formats/Format';
import { written } from '../../src/exports/written';
import { readBack } from './readBack';

const columns = { day: date('A day.'), number: double('A number.'), count: integer('A count.'), word: text('A word.'), is: boolean('Whether it is.') };

const cells = {
  day: fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((moment) => moment.toISOString().slice(0, 10)),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  count: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  word: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ',', '"', '\n', '\r\n', 'NA', 'null', ' x ')),
  is: fc.boolean(),
};
const row = fc.record(Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, fc.option(cell as fc.Arbitrary<string | number | boolean>)])));

const facts = { asOf: '2024-09-10', question: 'symbols=IWM%2CÄ' };

describe.each([...formats.values()])('what is written as $key', (format) => {
  const { key } = format;
  it('is read back value for value, in any batches, with its count and checksum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { minLength: 1, maxLength: 20 }), { maxLength: 6 }), async (batches) => {
        let told: Sums | undefined;
        const chunks: Uint8Array[] = [];
        async function* texts() {
          for (const batch of batches) yield await Promise.resolve(batch.map((one) => Object.keys(columns).map((name) => (one[name] === null ? null : String(one[name])))));
        }
        for await (const bytes of written(columns, texts(), await format.writer(columns, facts), (sums) => (told = sums))) chunks.push(bytes);
        const bytes = Buffer.concat(chunks);
        const { rows, facts: found } = (await readBack[key]?.(bytes, columns)) ?? {};

        expect(rows).toEqual(batches.flat());
        expect(told?.rows).toBe(batches.flat().length);
        if (key === 'csv') expect(told?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        else expect(found).toEqual({ ...facts, rows: String(told?.rows), sha256: told?.sha256 });
      }),
      { numRuns: 60 },
    );
  });
});
