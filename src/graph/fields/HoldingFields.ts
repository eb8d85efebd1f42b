import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CompanyMatch } from '../../domain/CompanyMatch';
import { SecurityMatch } from '../../domain/matchSecurities';
import { Company } from '../../store/entities/Company';
import { Holding } from '../../store/entities/Holding';
import { Security } from '../../store/entities/Security';
import { Snapshot } from '../../store/entities/Snapshot';
import { companyMatchedBy, companyOfWording } from '../../store/reads/companyMatches';
import { securityById } from '../../store/reads/securities';
import { snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';

@Resolver(() => Holding)
export class HoldingFields {
  @FieldResolver(() => Security, { description: 'What is held, as it was called and classified at the knowledge date.' })
  security(@Root() { securityId }: Row<Holding>, @Ctx() { at }: Planning): Sql {
    return securityById(securityId, at);
  }

  @FieldResolver(() => SecurityMatch, { description: 'By what the line was found to be that security.' })
  matchedBy(@Root() { descriptionId }: Row<Holding>): Sql {
    return sql`SELECT matched_by FROM security_description WHERE id = ${descriptionId}`;
  }

  @FieldResolver(() => Company, { nullable: true, description: 'Whose it is; null where no company that reports to the SEC was found, as of what is no share.' })
  company(@Root() { descriptionId, observedOn }: Row<Holding>): Sql {
    return companyOfWording(descriptionId, observedOn);
  }

  @FieldResolver(() => CompanyMatch, { description: 'By what it was found to be that company\'s.' })
  companyMatchedBy(@Root() { descriptionId, observedOn }: Row<Holding>): Sql {
    return companyMatchedBy(descriptionId, observedOn);
  }

  @FieldResolver(() => Snapshot, { description: 'The snapshot it is a line of.' })
  snapshot(@Root() { snapshotId }: Row<Holding>): Sql {
    return snapshotById(snapshotId);
  }
}
