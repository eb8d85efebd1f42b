import { InvalidInput } from '../../domain/errors';

/** @throws {InvalidInput} for a cursor of what has not been yet: of another database, then. */
export function refuseUnborn(cursor: string, asked: number, newest: number): void {
  if (asked > newest) throw new InvalidInput(`'after' is '${cursor}', of what has not been yet: the newest is ${newest}. These are other data; ask anew.`);
}
