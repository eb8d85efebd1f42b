import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Theme } from '../../domain/indicators/Theme';
import { Indicator } from '../../store/entities/Indicator';
import { Release } from '../../store/entities/Release';
import { releaseByCode } from '../../store/reads/releases';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';

@Resolver(() => Indicator)
export class IndicatorFields {
  @FieldResolver(() => [Theme], { description: 'What it tells of; empty where only a file names it.' })
  @Sized({ size: 2 })
  themes(@Root() { themeNames }: Row<Indicator>): Sql {
    return sql`${themeNames}`;
  }

  @FieldResolver(() => Release, { nullable: true, description: 'The publication in which it appears; null where only a file names it.' })
  release(@Root() { releaseCode }: Row<Indicator>): Sql {
    return releaseByCode(releaseCode);
  }
}
