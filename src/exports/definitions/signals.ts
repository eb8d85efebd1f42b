import { refuseUnordered } from '../../graph/fields/refuseUnordered';
import { histories } from '../../evaluation/histories';
import { rolesOf } from '../../evaluation/rolesOf';
import { Every, sessionsEvery } from '../../evaluation/sessionsOn';
import { DEFAULT_NAMES } from '../../signals/Roles';
import { signalByKey, signals } from '../../signals/signals';
import { date, double, integer, text } from '../columns';
import { defineExport } from '../defineExport';
import { nameOr, neededDay, day, oneOf, perhapsNames } from '../parameters';

/** Sessions that are told at once. */
const STEP = 250;

export default defineExport({
  key: 'signals',
  meaning: "What signals read on past days, as `Signal.history` gives it: each day by what was known at its own end. By day, then by signal in the order asked.",
  parameters: {
    keys: perhapsNames('Their keys: `soft-landing`. All of them where left out.', 100),
    basket: nameOr(DEFAULT_NAMES.basket, 'The key of the basket that stands for the mega-caps: `top7`, or one of your own.'),
    small: nameOr(DEFAULT_NAMES.small, 'The ticker of the fund that stands for small caps: `VTWO`.'),
    large: nameOr(DEFAULT_NAMES.large, 'The ticker of the fund that stands for large caps, another than `small`: `QQQ`.'),
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
  async *rows({ keys, from, to, every, ...names }, { asOf, knowledge }, { read }) {
    refuseUnordered(from, to, 'a day not before');
    const asked = (keys ?? [...signals.keys()]).map(signalByKey);
    const roles = await rolesOf(read, names, asOf);
    const definitions = asked.map((definition) => definition.of(roles));
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
