import { refuseUnordered } from '../../graph/fields/refuseUnordered';
import { histories } from '../../evaluation/histories';
import { Every, sessionsEvery } from '../../evaluation/sessionsOn';
import { signalByKey, signals } from '../../signals/signals';
import { date, double, integer, text } from '../columns';
import { defineExport } from '../defineExport';
import { neededDay, day, oneOf, perhapsNames } from '../parameters';

/** Sessions that are told at once. */
const STEP = 250;

export default defineExport({
  key: 'signals',
  meaning: "What signals read on past days, as `Signal.history` gives it: each day by what was known at its own end. By day, then by signal in the order asked.",
  parameters: {
    keys: perhapsNames('Their keys: `soft-landing`. All of them where left out.', 100),
    from: neededDay('The first day. Nothing before 1990 is told.'),
    to: day('The last day; the knowledge date where left out, or where that is before it.'),
    every: oneOf(Every, Every.MONTH, 'On which NYSE sessions.'),
  },
  columns: {
    key: text("The signal's key."),
    version: integer('The version of its definition.'),
    asOf: date('The session, at whose end it is told.'),
    value: double("In the definition's unit; null where too little was known."),
    score: double('From -1 to 1; null where too little was known, and for what is not scored.'),
    state: text('As in a history; null for what is not scored.'),
    knownOnBasis: text('The weakest ground on which any of the evidence was known; null without evidence.'),
  },
  async *rows({ keys, from, to, every }, { asOf, knowledge }, { read }) {
    refuseUnordered(from, to, 'a day not before');
    const definitions = (keys ?? [...signals.keys()]).map(signalByKey);
    const sessions = sessionsEvery(every, from, to === null || to > asOf ? asOf : to);
    for (let n = 0; n < sessions.length; n += STEP) {
      const some = sessions.slice(n, n + STEP);
      const told = await histories(read, definitions, some, knowledge);
      yield some.flatMap((_, i) =>
        definitions.flatMap(({ key, version }) => {
          const point = told.get(key)?.[i];
          if (point === undefined) throw new TypeError(`${key} was not evaluated.`);
          const { reading, state } = point;
          return [[key, String(version), reading.asOf, numberText(reading.value), numberText(reading.score), state, reading.knownOnBasis]];
        }),
      );
    }
  },
});

const numberText = (number: number | null): string | null => (number === null ? null : String(number));
