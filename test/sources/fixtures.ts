import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseIsoDate } from '../../src/domain/isoDate';
import { Closes } from '../../src/domain/closes';
import type { Told } from '../../src/sources/tellable';

/** One hand-made file of one source, with what it reads as. */
interface Fixture {
  readonly source: string;
  readonly folder: string;
  readonly bytes: Buffer;
  readonly told: Told;
}

const folder = join(__dirname, '../fixtures');

const origin = z.object({
  madeBy: z.string(),
  modelledOn: z.string(),
  told: z.object({ fund: z.string().optional(), observedOn: z.string().optional(), fileName: z.string().optional(), symbol: z.string().optional(), closes: z.enum(Closes).optional() }),
});

/** Every case of a source; none if it has no folder. */
export function fixturesOf(source: string): Fixture[] {
  const cases = join(folder, source);
  if (!existsSync(cases)) return [];
  return readdirSync(cases).map((name) => fixture(source, name));
}

export function fixture(source: string, name: string): Fixture {
  const place = join(folder, source, name);
  const { told } = origin.parse(JSON.parse(readFileSync(join(place, 'origin.json'), 'utf8')));
  const answer = readdirSync(place).find((file) => file.startsWith('answer.'));
  const observedOn = parseIsoDate(told.observedOn ?? '');
  return {
    source,
    folder: place,
    bytes: readFileSync(join(place, answer ?? 'answer.csv')),
    told: {
      ...(told.fund === undefined ? {} : { fund: told.fund }),
      ...(told.fileName === undefined ? {} : { fileName: told.fileName }),
      ...(told.symbol === undefined ? {} : { symbol: told.symbol }),
      ...(told.closes === undefined ? {} : { closes: told.closes }),
      ...(observedOn === undefined ? {} : { observedOn }),
    },
  };
}
