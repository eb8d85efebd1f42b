import { Arg, Args, Query, Resolver } from 'type-graphql';
import { Release } from '../../store/entities/Release';
import { releasesNear } from '../../store/reads/near';
import { allReleases, releaseByCode } from '../../store/reads/releases';
import { Connection, Lookup } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { ReleaseConnection } from './connectionTypes';
import { Standing } from './Standing';

@Resolver()
export class ReleaseQueries {
  @Query(() => Release, { nullable: true, description: 'The publication with a code; null and NOT_FOUND if there is none.' })
  release(@Arg('code', () => String, { description: 'Its code here: `employment-situation`.' }) code: string, @Args(() => Standing) _: Standing): Lookup {
    return new Lookup(releaseByCode(code), 'release', code, releasesNear(code));
  }

  @Query(() => ReleaseConnection, { nullable: true, description: 'The publications in which indicators appear, in the order of their codes.' })
  @Paged({ cap: 100 })
  releases(@Args(() => Page) page: Page, @Args(() => Standing) _: Standing): Connection {
    return new Connection(allReleases, ['code'], page, []);
  }
}
