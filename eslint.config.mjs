import { readFileSync } from 'node:fs';
import graphql from '@graphql-eslint/eslint-plugin';
import { Kind, parse } from 'graphql';
import tseslint from 'typescript-eslint';

/** Types that are told apart by nothing but their values: no nodes. docs/schema-policy.md says which these are. */
const values = parse(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8')).definitions.flatMap((type) =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION && !type.interfaces?.some(({ name }) => name.value === 'Node') ? [type.name.value] : [],
);

const linted = (files, rules) => ({
  files,
  plugins: { '@graphql-eslint': graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: './schema.graphql', documents: '{playground,examples}/**/*.graphql' } } },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  rules,
});

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.catalyst/', '.catalyst-*/', 'coverage/', 'examples/typescript/questions.ts'] },
  {
    // The playground's scripts run in the browser as they are; their types stand in comments.
    files: ['**/*.ts', 'playground/*.mjs'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      // A number or a day within a message needs no String() around it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: true }],
      // Decorated classes are the schema and the tables; some hold nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      'no-console': 'error',
    },
  },
  { files: ['test/**/*.ts'], rules: { 'no-console': 'off' } },
  linted(['schema.graphql'], {
    ...graphql.configs['flat/schema-recommended'].rules,
    ...graphql.configs['flat/schema-relay'].rules,
    '@graphql-eslint/strict-id-in-types': ['error', { exceptions: { types: values } }],
    // `nodes` beside `edges`, and short lists that come whole, are no connections by mistake.
    '@graphql-eslint/relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],
    '@graphql-eslint/require-description': ['error', { types: true, rootField: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, DirectiveDefinition: true }],
    '@graphql-eslint/require-deprecation-date': 'error',
  }),
  linted(['playground/**/*.graphql', 'examples/**/*.graphql'], {
    ...graphql.configs['flat/operations-recommended'].rules,
    // An id is for a client's cache; a question that is read by people may leave it out.
    '@graphql-eslint/require-selections': 'off',
  }),
);
