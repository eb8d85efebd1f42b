import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CorporateAction } from '../../store/entities/CorporateAction';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import type { Row, Sql } from '../../store/sql';

@Resolver(() => CorporateAction)
export class CorporateActionFields {
  @FieldResolver(() => SourceDocument, { description: 'The document it was read from.' })
  source(@Root() { documentId }: Row<CorporateAction>): Sql {
    return documentById(documentId);
  }
}
