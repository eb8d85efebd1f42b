import { InvalidInput, type Refusal, SourceFormat, ofTheFile } from '../../domain/errors';

/** Postgres' classes for values that a column cannot hold, for constraints, and for what is too long for an index. */
const UNACCEPTABLE = /^(22|23|54)/;

/** Why a file was refused. What is no fault of the file's is thrown on. */
export function refusalsOf(error: unknown): readonly Refusal[] {
  if (error instanceof SourceFormat) return error.refusals;
  if (error instanceof InvalidInput) return [ofTheFile(error.message)];
  if (error instanceof Error && 'code' in error && UNACCEPTABLE.test(String(error.code))) {
    return [ofTheFile(`the database cannot hold what it says: ${error.message}`)];
  }
  throw error;
}
