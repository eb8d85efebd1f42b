import { FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { Fund } from '../../store/entities/Fund';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { Valuation } from '../../store/entities/Valuation';
import { documentById } from '../../store/reads/documents';
import { etfBySymbol } from '../../store/reads/etfs';
import { type Row, type Sql, sql } from '../../store/sql';

@Resolver(() => Valuation)
export class ValuationFields {
  @FieldResolver(() => Fund, { description: 'The fund that was worth it.' })
  etf(@Root() { fundSymbol }: Row<Valuation>): Sql {
    return etfBySymbol(fundSymbol);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document it was read from.' })
  source(@Root() { documentId }: Row<Valuation>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => Float, { nullable: true, description: "NAV times shares outstanding, in the fund's currency; null where one is not known." })
  netAssets(@Root() { nav, sharesOutstanding }: Row<Valuation>): Sql {
    return sql`${nav}::numeric * ${sharesOutstanding}::numeric`;
  }
}
