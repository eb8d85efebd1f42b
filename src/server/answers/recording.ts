import type { Reads } from '../../graph/context';
import type { Read } from '../../store/Reader';

/** The same reader, which also tells the text of each statement. */
export function recording(reader: Reads, onStatement: (text: string) => void): Reads {
  const told = (read: Read): Read => (statement) => {
    onStatement(statement.text);
    return read(statement);
  };
  return {
    read: told((statement) => reader.read(statement)),
    inOneSnapshot: (use) => reader.inOneSnapshot((read) => use(told(read))),
  };
}
