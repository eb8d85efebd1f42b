import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { MissingReason } from '../../domain/MissingReason';
import { Sql, join, sql } from '../../store/sql';

registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why a value is null.',
  valuesConfig: {
    NOT_KNOWN_YET: { description: 'Nothing of the kind was known at the knowledge date, or not of the day asked for, or not what it takes.' },
    NOT_REPORTED: { description: 'What was filed or published by the knowledge date does not give it, and it does not follow from what was: no survey was taken, or the market was closed.' },
    INSUFFICIENT_HISTORY: { description: 'It takes earlier values, of which one is lacking or with which nothing can be told.' },
    INSUFFICIENT_COVERAGE: { description: 'It is known of too little of the whole to speak for it.' },
    ESTIMATE_TOO_SMALL: { description: 'It would be measured against next to nothing.' },
    SPLIT_SUSPECTED: { description: 'It is so large as a split makes it that only one of two figures was restated for.' },
    ADJUSTED_PRICE_ONLY: { description: 'All closes that are known are adjusted for later splits or dividends: they serve returns, and are no price of the day.' },
    SHARE_CLASSES_DIFFER: { description: 'Classes of shares are traded at prices over a quarter apart, and how many there are of each is not known.' },
    NO_EARNINGS: { description: 'Together they lost money: a price over a loss is no multiple.' },
    NOT_DEFINED: { description: 'What it takes is known, and it has no meaning for that: growth from zero or less, or of a rate.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A value that is null, and why.' })
export class Missing {
  @Field(() => String, { description: 'The field that is null.' })
  field!: string;

  @Field(() => MissingReason, { description: 'Why it is.' })
  reason!: MissingReason;
}

/** When a field is there, and what it means that it is not. */
export interface Needed {
  /** SQL that is true where the field is not null. */
  readonly isThere: Sql;
  /** A reason, or SQL that tells it. */
  readonly otherwise: MissingReason | Sql;
}

/** The fields that are null, in order, and why: since nothing was known, where nothing else is said. */
export function missingOf(fields: Readonly<Record<string, Sql | Needed>>): Sql {
  const rows = Object.entries(fields).map(([field, needed], n) => {
    const { isThere, otherwise } = needed instanceof Sql ? { isThere: needed, otherwise: MissingReason.NOT_KNOWN_YET } : needed;
    return sql`SELECT ${n}::int AS n, ${field}::text AS field, (${otherwise})::text AS reason WHERE NOT coalesce((${isThere}), FALSE)`;
  });
  return sql`SELECT field, reason FROM (${join(rows, ' UNION ALL ')}) m ORDER BY n`;
}
