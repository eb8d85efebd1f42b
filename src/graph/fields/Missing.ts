import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { MissingReason, missingReasons } from '../../domain/MissingReason';
import { Sql, join, sql } from '../../store/sql';

registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why a value is null, or a signal has to do without an input.',
  valuesConfig: Object.fromEntries(Object.entries(missingReasons).map(([reason, description]) => [reason, { description }])),
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
