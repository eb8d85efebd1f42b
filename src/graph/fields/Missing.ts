import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Sql, join, sql } from '../../store/sql';

enum MissingReason {
  NOT_KNOWN_YET = 'NOT_KNOWN_YET',
}

registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why a value is null.',
  valuesConfig: { NOT_KNOWN_YET: { description: 'Nothing of the kind was known at the knowledge date, or not of the day asked for, or not what it takes.' } },
});

@ObjectType({ simpleResolvers: true, description: 'A value that is null, and why.' })
export class Missing {
  @Field(() => String, { description: 'The field that is null.' })
  field!: string;

  @Field(() => MissingReason, { description: 'Why it is.' })
  reason!: MissingReason;
}

/** The fields that are null since nothing was known, in order; each with the SQL that is true where something was. */
export function missingOf(fields: Readonly<Record<string, Sql>>): Sql {
  const rows = Object.entries(fields).map(([field, isKnown], n) => sql`SELECT ${n}::int AS n, ${field}::text AS field WHERE NOT coalesce((${isKnown}), FALSE)`);
  return sql`SELECT field, ${MissingReason.NOT_KNOWN_YET}::text AS reason FROM (${join(rows, ' UNION ALL ')}) m ORDER BY n`;
}
