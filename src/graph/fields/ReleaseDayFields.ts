import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Release } from '../../store/entities/Release';
import { ReleaseDay } from '../../store/entities/ReleaseDay';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import { releaseByCode } from '../../store/reads/releases';
import type { Row, Sql } from '../../store/sql';

@Resolver(() => ReleaseDay)
export class ReleaseDayFields {
  @FieldResolver(() => Release, { description: 'What came out or is to come out.' })
  release(@Root() { releaseCode }: Row<ReleaseDay>): Sql {
    return releaseByCode(releaseCode);
  }

  @FieldResolver(() => SourceDocument, { description: 'The calendar that it was read from.' })
  source(@Root() { documentId }: Row<ReleaseDay>): Sql {
    return documentById(documentId);
  }
}
