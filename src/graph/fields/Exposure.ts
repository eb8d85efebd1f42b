import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { Snapshot } from '../../store/entities/Snapshot';
import { ExposureDimension } from '../../store/entities/SnapshotExposure';
import { exposuresOf } from '../../store/reads/exposures';
import { snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';

registerEnumType(ExposureDimension, {
  name: 'ExposureDimension',
  description: 'By what exposures are grouped.',
  valuesConfig: {
    SECTOR: { description: "The document's sectors." },
    COUNTRY: { description: "The document's countries, of domicile or listing." },
    ASSET_CLASS: { description: 'Kinds of thing, as `AssetClass` names them.' },
  },
});

@ObjectType({ simpleResolvers: true, description: "How a snapshot's weight is spread, in the words of its own document." })
export class Exposure {
  @Field(() => ExposureDimension, { description: 'By what it is grouped.' })
  dimension!: ExposureDimension;

  snapshotId!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What a snapshot holds under one word.' })
class ExposureGroup {
  @Field(() => String, { nullable: true, description: 'The word; null for what the document gives none.' })
  key!: string | null;

  @Field(() => Float, { description: 'Sum of the weights, as a fraction; negative where more is owed than held.' })
  weight!: string;

  @Field(() => Int, { description: 'Lines of the document.' })
  positions!: number;

  @Field(() => Float, { nullable: true, description: "Sum of the market values, in the fund's currency; null where one is lacking." })
  marketValue!: string | null;
}

@Resolver(() => Exposure)
export class ExposureFields {
  @FieldResolver(() => Snapshot, { description: 'The snapshot it is of.' })
  snapshot(@Root() { snapshotId }: Row<Exposure>): Sql {
    return snapshotById(snapshotId);
  }

  @FieldResolver(() => Float, { description: 'The weight for which the document gives a word, as a fraction of all.' })
  coverage(@Root() { snapshotId, dimension }: Row<Exposure>): Sql {
    return sql`SELECT coalesce(sum(weight), 0) FROM (${exposuresOf(snapshotId, dimension)}) e WHERE key IS NOT NULL`;
  }

  @FieldResolver(() => [ExposureGroup], { description: 'The groups, the heaviest first.' })
  @Sized({ size: 40 })
  groups(@Root() { snapshotId, dimension }: Row<Exposure>): Sql {
    return exposuresOf(snapshotId, dimension);
  }
}
