import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CompanyName } from '../../store/entities/CompanyName';
import { CompanyProfile } from '../../store/entities/CompanyProfile';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { documentById } from '../../store/reads/documents';
import type { Row, Sql } from '../../store/sql';

@Resolver(() => CompanyProfile)
export class CompanyProfileFields {
  @FieldResolver(() => SourceDocument, { description: 'The document that it was read from.' })
  source(@Root() { documentId }: Row<CompanyProfile>): Sql {
    return documentById(documentId);
  }
}

@Resolver(() => CompanyName)
export class CompanyNameFields {
  @FieldResolver(() => SourceDocument, { description: 'The document that it was read from.' })
  source(@Root() { documentId }: Row<CompanyName>): Sql {
    return documentById(documentId);
  }
}
