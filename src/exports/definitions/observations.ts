import { Print } from '../../domain/indicators/Print';
import { Transform } from '../../domain/indicators/transforms/Transform';
import { MissingReason } from '../../domain/MissingReason';
import { refuseUnordered } from '../../graph/fields/refuseUnordered';
import { indicatorObservations } from '../../store/reads/indicatorObservations';
import { indicatorByCode } from '../../store/reads/indicators';
import { indicatorsNear } from '../../store/reads/near';
import { Column, sql } from '../../store/sql';
import { KNOWN, MISSING, date, double, text } from '../columns';
import { defineExport } from '../defineExport';
import { day, names, oneOf } from '../parameters';
import { refuseUnknown } from '../refuseUnknown';

const indicator = { code: new Column('i', 'code'), unit: new Column('i', 'unit'), frequency: new Column('i', 'frequency') };

export default defineExport({
  key: 'observations',
  meaning: 'What is told of each period of macroeconomic series, as `Indicator.observations` gives it: by series in the order asked, then by period.',
  parameters: {
    codes: names('Ids at FRED, upper case: `UNRATE`.', 1_000),
    from: day('Only periods dated on this day or later.'),
    to: day('Only periods dated on this day or before.'),
    transform: oneOf(Transform, Transform.LEVEL, 'What to tell of each period.'),
    print: oneOf(Print, Print.AS_OF, 'Which version of each period.'),
  },
  columns: {
    code: text('The series.'),
    observedOn: date('The period, by its date at FRED: the first day of a month or quarter, the last of a week.'),
    value: double('In `unit`; null where the period has none, and `missing` says why.'),
    unit: text('Of `value`, by the transform; null where only a file names the series.'),
    flag: text('What is unusual about the value; null where nothing is.'),
    ...KNOWN,
    ...MISSING,
  },
  async *rows({ codes, from, to, transform, print }, at, { read, batches }) {
    refuseUnordered(from, to, 'a day not before');
    await refuseUnknown(read, 'indicator', codes, (code) => indicatorByCode(code), indicatorsNear);
    for (const code of codes) {
      yield* batches(sql`
        SELECT i.code, o.observed_on::text, o.value::float8::text, o.unit, o.flag, o.known_on::text, o.known_on_basis, o.proven_on::text,
          CASE WHEN o.observed_on IS NULL THEN ${MissingReason.NOT_KNOWN_YET}::text WHEN o.value IS NULL THEN o.reason END
        FROM (${indicatorByCode(code)}) i
        LEFT JOIN LATERAL (${indicatorObservations(indicator, { from, to, transform, print }, at)}) o ON TRUE
        ORDER BY o.observed_on`);
    }
  },
});
