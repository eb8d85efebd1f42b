import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../../store/entities/Company';
import { CompanyFact } from '../../store/entities/CompanyFact';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { companyByCik } from '../../store/reads/companies';
import { documentById } from '../../store/reads/documents';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';

@Resolver(() => CompanyFact)
export class CompanyFactFields {
  @FieldResolver(() => Company, { description: 'Who filed it.' })
  company(@Root() { cik }: Row<CompanyFact>, @Ctx() { at }: Planning): Sql {
    return companyByCik(cik, at);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that it was read from.' })
  source(@Root() { documentId }: Row<CompanyFact>): Sql {
    return documentById(documentId);
  }
}
