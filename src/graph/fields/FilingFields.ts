import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../../store/entities/Company';
import { Filing } from '../../store/entities/Filing';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { companyByCik } from '../../store/reads/companies';
import { documentById } from '../../store/reads/documents';
import { filingUrl } from '../../store/reads/filings';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';

@Resolver(() => Filing)
export class FilingFields {
  @FieldResolver(() => Company, { description: 'Who filed it.' })
  company(@Root() { cik }: Row<Filing>, @Ctx() { at }: Planning): Sql {
    return companyByCik(cik, at);
  }

  @FieldResolver(() => String, { description: 'Its index page at the SEC, which leads to all of its documents.' })
  url(@Root() { cik, accession }: Row<Filing>): Sql {
    return filingUrl(cik, accession);
  }

  @FieldResolver(() => [String], { description: 'The items of an 8-K: `2.02` is results of operations. Empty of other forms.' })
  @Sized({ size: 3 })
  items(@Root() { itemCodes }: Row<Filing>): Sql {
    return sql`${itemCodes}`;
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that it was read from.' })
  source(@Root() { documentId }: Row<Filing>): Sql {
    return documentById(documentId);
  }
}
