import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Indicator } from '../../store/entities/Indicator';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { Vintage } from '../../store/entities/Vintage';
import { documentById } from '../../store/reads/documents';
import { indicatorByCode } from '../../store/reads/indicators';
import type { Row, Sql } from '../../store/sql';

@Resolver(() => Vintage)
export class VintageFields {
  @FieldResolver(() => Indicator, { description: 'What it is a vintage of.' })
  indicator(@Root() { seriesCode }: Row<Vintage>): Sql {
    return indicatorByCode(seriesCode);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that it was read from.' })
  source(@Root() { documentId }: Row<Vintage>): Sql {
    return documentById(documentId);
  }
}
