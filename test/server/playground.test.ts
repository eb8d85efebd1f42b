import { useServer } from './useServer';

const server = useServer();

/** The addresses that the page holds, as a browser that is at `path` reads them. */
async function addressesOf(path: string): Promise<readonly URL[]> {
  const { text } = await server().request(path);
  return [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => new URL(address, `${server().address}${path}`));
}

/** What the page loads first: one file of it. */
async function anAsset(name: string): Promise<string> {
  const found = (await addressesOf('/playground')).find(({ pathname }) => pathname.endsWith(`/${name}`));
  expect(found).toBeDefined();
  return found?.pathname ?? '';
}

describe('the playground’s page', () => {
  it.each(['/playground', '/playground/', '/playground?from=readme', '/playground/?from=readme'])('is at %s with all its files', async (path) => {
    const { status, headers } = await server().request(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);

    const addresses = await addressesOf(path);
    expect(addresses.length).toBeGreaterThan(7);
    for (const { origin, pathname } of addresses) {
      expect(origin).toBe(server().address);
      expect(pathname).toMatch(/^\/playground\/assets\/[0-9a-f]{16}\/[a-z-]+\.[a-z]+$/);
      expect((await server().request(pathname)).status).toBe(200);
    }
  });

  it('may run and ask nothing but its own origin, and stands in no frame', async () => {
    const { headers, text } = await server().request('/playground');
    const nonce = /nonce="([^"]{24})"/.exec(text)?.[1] ?? 'none';

    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      'font-src data:',
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('has a nonce of its own in every answer', async () => {
    const pages = await Promise.all([1, 2, 3].map(() => server().request('/playground')));

    expect(new Set(pages.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1])).size).toBe(3);
  });

  it('holds neither scripts nor styles of its own', async () => {
    const { text } = await server().request('/playground');

    expect(text).not.toMatch(/<style|style=|<script>|\son[a-z]+=|javascript:/i);
  });

  it('has style sheets that ask for nothing, and scripts of ours that name no host', async () => {
    const texts = await Promise.all(
      ['graphiql.css', 'page.css', 'start.mjs', 'simulated-banner.mjs'].map(async (name) => (await server().request(await anAsset(name))).text),
    );

    expect(texts.map((text) => text.match(/@import|url\((?!["']?data:)|(?:fetch|import)\(["']|https?:\/\//g))).toEqual([null, null, null, null]);
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, text } = await server().request('/playground', { method: 'HEAD' });

    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/html; charset=utf-8', '']);
  });
});

describe('a file of the playground', () => {
  it.each([
    ['graphiql.js', 'text/javascript; charset=utf-8'],
    ['start.mjs', 'text/javascript; charset=utf-8'],
    ['page.css', 'text/css; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
  ])('says what it is and may be kept for ever: %s', async (name, type) => {
    const { headers } = await server().request(await anAsset(name));

    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      etag: expect.stringMatching(/^"[0-9a-f]{16}"$/) as string,
    });
  });

  it('is not sent again to who has it', async () => {
    const path = await anAsset('page.css');
    const etag = (await server().request(path)).headers.get('etag') ?? '';
    const { status, text } = await server().request(path, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } });

    expect([status, text]).toEqual([304, '']);
  });

  it('answers HEAD with its length', async () => {
    const path = await anAsset('graphiql.js');
    const { text } = await server().request(path);
    const head = await server().request(path, { method: 'HEAD' });

    expect([head.status, head.headers.get('content-length'), head.text]).toEqual([200, String(Buffer.byteLength(text)), '']);
  });

  it('lists the stories beside it', async () => {
    const path = (await anAsset('start.mjs')).replace('start.mjs', 'stories.json');
    const { status, headers, text } = await server().request(path);
    const stories = JSON.parse(text) as readonly { readonly key: string }[];

    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(stories.map(({ key }) => key)).toEqual(['1-what-is-iwm', '2-what-changed', '3-who-overlaps', '4-on-two-days', '5-what-was-known', '6-is-it-rotating']);
  });

  it.each([
    ['of another version', (path: string) => path.replace(/[0-9a-f]{16}/, '0'.repeat(16))],
    ['of another name', (path: string) => path.replace('start.mjs', 'page.html')],
    ['above its folder', (path: string) => path.replace('start.mjs', '..%2F..%2Fpackage.json')],
    ['of the same folder by another way', (path: string) => path.replace('start.mjs', '%2e%2e%2fstart.mjs')],
    ['that is the folder', (path: string) => path.replace('start.mjs', '')],
    ['that cannot be read', (path: string) => path.replace('start.mjs', '%')],
  ])('is not there: one %s', async (_, other) => {
    const { status, headers, body } = await server().request(other(await anAsset('start.mjs')));

    expect([status, body.errors?.[0]?.extensions.code, headers.get('cache-control')]).toEqual([404, 'NOT_FOUND', null]);
  });
});

describe('the playground', () => {
  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    const { status, body } = await server().request('/playground', { method });

    expect([status, body.errors?.[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
  });
});
