import type { Reads } from '../../graph/context';
import type { Read } from '../../store/Reader';

/** The same reader, which also tells the text of each statement. */
export function recording(reader: Reads, onStatement: (text: string) => void): Reads {
  const told = (read: Read): Read => (statement) => {
    onStatement(statement.text);
    return read(statement);
  };
  return {
    get simulatedUntil() {
      return reader.simulatedUntil;
    },
    lookAgain: () => reader.lookAgain(),
    read: told((statement) => reader.read(statement)),
    inOneSnapshot: (use) => reader.inOneSnapshot((read) => use(told(read))),
  };
}
