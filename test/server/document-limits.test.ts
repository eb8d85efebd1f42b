import { useServer } from './useServer';

const server = useServer();

const times = (count: number, text: (i: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** The words with which a document is refused; none where it is answered. */
async function refusals(query: string, variables: object = {}): Promise<readonly string[]> {
  const { status, body } = await server().ask(query, variables);
  const errors = body.errors ?? [];
  expect([status, ...errors.map(({ extensions }) => extensions.code)]).toEqual(
    errors.length === 0 ? [200] : [400, ...errors.map(() => 'GRAPHQL_VALIDATION_FAILED')],
  );
  return errors.map(({ message }) => message);
}

describe('a document', () => {
  const TOO_MANY_ALIASES = ['The document has more than 30 aliases.'];

  it('may have 30 aliases and no more', async () => {
    const withAliases = (count: number) => `{ etf(symbol: "IWM") { ${times(count, (i) => `a${i}: symbol`)} } }`;

    expect(await refusals(withAliases(30))).toEqual([]);
    expect(await refusals(withAliases(31))).toEqual(TOO_MANY_ALIASES);
  });

  it('has its aliases of __typename counted, and those in fragments', async () => {
    expect(await refusals(`{ etf(symbol: "IWM") { ${times(31, (i) => `a${i}: __typename`)} } }`)).toEqual(TOO_MANY_ALIASES);
    const fragments = times(4, (n) => `fragment F${n} on Etf { ${times(8, (i) => `a${n}_${i}: __typename`)} }`);
    expect(await refusals(`{ etf(symbol: "IWM") { ...F0 ...F1 ...F2 ...F3 } } ${fragments}`)).toEqual(TOO_MANY_ALIASES);
  });

  it('may have 5 directives and no more', async () => {
    const withDirectives = (count: number) => `{ etf(symbol: "IWM") { ${times(count, () => '...@include(if: true) { symbol }')} } }`;

    expect(await refusals(withDirectives(5))).toEqual([]);
    expect(await refusals(withDirectives(6))).toEqual(['The document has more than 5 directives.']);
  });

  it('tells at most 5 errors, and that there are more', async () => {
    const messages = await refusals(`{ ${times(10, (i) => `unknown${i}`)} }`);

    expect(messages).toHaveLength(6);
    expect(messages[5]).toMatch(/^Too many validation errors/);
  });

  it('is not told what it may have meant', async () => {
    const [message] = await refusals('{ etff(symbol: "IWM") { symbol } }');

    expect(message).toBe('Cannot query field "etff" on type "Query".');
  });

  it('may not multiply its selections through fragments', async () => {
    const fragments = times(8, (n) => `fragment F${n} on Etf { snapshot { a${n}: etf { ...F${n + 1} } b${n}: etf { ...F${n + 1} } } }`);

    expect(await refusals(`{ etf(symbol: "IWM") { ...F0 } } ${fragments} fragment F8 on Etf { symbol }`)).toEqual([
      'Anonymous operation recursively requests too many selections.',
    ]);
  });

  it('is refused at once where its fragments double forty times', async () => {
    const fragments = times(40, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);

    expect(await refusals(`{ ...F0 } ${fragments} fragment F40 on Query { __typename }`)).toEqual([
      'Anonymous operation recursively requests too many selections.',
    ]);
  });

  it('may nest fragments deeply', async () => {
    const fragments = times(100, (n) => `fragment F${n} on Etf { ...F${n + 1} }`);

    expect(await refusals(`{ etf(symbol: "IWM") { ...F0 } } ${fragments} fragment F100 on Etf { symbol }`)).toEqual([]);
  });

  it('may not spread a fragment within itself', async () => {
    expect(await refusals('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A __typename }')).toEqual([
      'Cannot spread fragment "A" within itself via "B".',
    ]);
  });
});

describe('an operation', () => {
  const TOO_MANY_FIELDS = ['The document has more than 20 root fields in one operation.'];
  const fields = (count: number, prefix = 'a') => times(count, (i) => `${prefix}${i}: etf(symbol: "IWM") { symbol }`);

  it('may have 20 root fields and no more', async () => {
    expect(await refusals(`{ ${fields(20)} }`)).toEqual([]);
    expect(await refusals(`{ ${fields(21)} }`)).toEqual(TOO_MANY_FIELDS);
  });

  it.each([
    ['in fragments', `{ ...A ...B } fragment A on Query { ${fields(11, 'a')} } fragment B on Query { ${fields(10, 'b')} }`],
    ['in inline fragments', `{ ... { ${fields(11, 'a')} } ... on Query { ${fields(10, 'b')} } }`],
    ['in fragments of fragments', `{ ...A } fragment A on Query { ... { ...B } ${fields(11, 'a')} } fragment B on Query { ${fields(10, 'b')} }`],
  ])('has those %s counted together', async (_, query) => {
    expect(await refusals(query)).toEqual(TOO_MANY_FIELDS);
  });

  it('has a field counted once that it selects often under one key', async () => {
    const merged = times(10, () => '...A etf(symbol: "IWM") { symbol }');

    expect(await refusals(`{ ${merged} } fragment A on Query { ${fields(19)} }`)).toEqual([]);
  });
});
