import { type Server, createServer, request as requestOf } from 'node:http';
import { ApolloServer } from '@apollo/server';
import pino from 'pino';
import type { Locator, Page } from 'playwright-core';
import type { RequestContext } from '../../src/graph/context';
import { createApp } from '../../src/server/createApp';
import { listen } from '../../src/server/listen';
import { readConfig } from '../../src/server/config';
import { readStories } from '../../src/server/playground/stories';
import { schema } from '../support/ask';
import { useDatabase } from '../support/database';
import { aLoad } from '../support/rows';
import { loadMarket } from '../support/simulatedMarket';
import { type Visit, describeInBrowser, textOf } from './browser';
import { type TestServer, startTestServer } from './startTestServer';
import { until } from './until';

interface Shown {
  readonly data?: { readonly etf?: { readonly snapshot?: { readonly observedOn: string } }; readonly before?: unknown; readonly dataLoaded?: { readonly version: string } } | null;
  readonly errors?: unknown;
}

const stories = readStories();
const titleOf = (query: string): string => /^query (\w+)/m.exec(query)?.[1] ?? '';
const titles = stories.map(({ query }) => titleOf(query));

const tabs = (page: Page): Locator => page.locator('.graphiql-tab-button');
const tab = (page: Page, title: string): Locator => tabs(page).getByText(title, { exact: true });
const queryOf = (page: Page): Promise<string> => textOf(page.locator('.graphiql-query-editor .CodeMirror'));
const variables = (page: Page): Locator => page.locator('.graphiql-editor-tool .CodeMirror').first();
/** What GraphiQL keeps under a name of its own; empty where nothing. */
const stored = (page: Page, key: string): Promise<string> => page.evaluate((name) => localStorage.getItem(name) ?? '', `graphiql:${key}`);
const run = (page: Page): Promise<void> => page.getByRole('button', { name: /^Execute query/ }).click();

/** What the response pane holds, once it passes. */
async function shown(page: Page, passes: (answer: Shown) => boolean): Promise<Shown> {
  const pane = page.locator('.result-window .CodeMirror');
  return JSON.parse(await until(() => textOf(pane), (text) => text.startsWith('{') && passes(JSON.parse(text) as Shown))) as Shown;
}

/** Puts a text in the place of what an editor holds, as pasting does. */
async function replace(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Hands on what is asked below `prefix`, without it. */
function prefixed(prefix: string, address: string): Server {
  return createServer((request, response) => {
    const { url = '', method, headers } = request;
    const onward = requestOf(`${address}${url.replace(prefix, '')}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
}

describeInBrowser('the playground in Chromium', (visit) => {
  const database = useDatabase();
  let server: TestServer;
  const visits: Visit[] = [];

  beforeAll(async () => {
    await loadMarket(database().db);
    server = await startTestServer(database().url);
  });

  /** The page with its tabs and its schema there. */
  async function open(path = '/playground'): Promise<Visit> {
    const visited = await visit(`${server.address}${path}`);
    visits.push(visited);
    await tab(visited.page, titles[0] ?? '').waitFor();
    await visited.page.locator('.graphiql-spin').waitFor({ state: 'detached' });
    return visited;
  }

  afterEach(async () => {
    for (const { page, requested, faults } of visits.splice(0)) {
      await page.context().close();
      expect(faults).toEqual([]);
      const asked = requested.filter((address) => !address.startsWith('data:')).map((address) => new URL(address).origin);
      expect([...new Set(asked)]).toEqual([server.address]);
    }
  });

  it('opens with the stories as its tabs, in their order, the first one in front', async () => {
    const { page } = await open();

    expect(await tabs(page).allTextContents()).toEqual(titles);
    expect(await queryOf(page)).toBe(stories[0]?.query);
    expect(await page.title()).toBe('Catalyst Graph playground');
  });

  it.each(stories)('answers the story $key by its button', async ({ query, variables: given }) => {
    const { page } = await open('/playground/');
    await tab(page, titleOf(query)).click();
    await until(() => queryOf(page), (text) => text === query);
    expect(JSON.parse(await textOf(variables(page)))).toEqual(given);
    await run(page);
    const { data, errors } = await shown(page, (answer) => answer.data !== undefined);

    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
  });

  it('asks the tab that was opened, however soon after', async () => {
    const { page } = await open();
    await page.evaluate((title) => {
      for (const button of document.querySelectorAll<HTMLElement>('.graphiql-tab-button')) if (button.textContent === title) button.click();
      document.querySelector<HTMLElement>('.graphiql-execute-button')?.click();
    }, titles[3]);
    await tab(page, titles[3] ?? '').click();
    await run(page);
    const { errors } = await shown(page, ({ data }) => data?.before !== undefined);

    expect(errors).toBeUndefined();
  });

  it('asks with the variables that the visitor typed', async () => {
    const { page } = await open();
    const dayAsOf = async (asOf: string, observedOn: string): Promise<void> => {
      await replace(page, variables(page), JSON.stringify({ symbol: 'IWM', asOf }));
      await run(page);
      await shown(page, ({ data }) => data?.etf?.snapshot?.observedOn === observedOn);
    };

    await dayAsOf('2024-09-10', '2024-08-30');
    await dayAsOf('2024-10-01', '2024-09-30');
  });

  it('sends the headers that the visitor typed', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Headers' }).click();
    await replace(page, page.locator('.graphiql-editor-tool .CodeMirror').last(), '{"x-request-id": "typed-by-hand"}');
    const [request] = await Promise.all([page.waitForRequest(/\/graphql$/), run(page)]);

    expect(request.headers()['x-request-id']).toBe('typed-by-hand');
  });

  it('tells what a subscription tells, until it is stopped', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'New tab' }).click();
    await until(() => tabs(page).count(), (count) => count === stories.length + 1);
    await replace(page, page.locator('.graphiql-query-editor .CodeMirror'), 'subscription Loads { dataLoaded(after: "0") { version kinds } }');
    await tab(page, 'Loads').waitFor();
    await run(page);
    const newest = await aLoad(database().db);
    const { data } = await shown(page, (answer) => answer.data?.dataLoaded?.version === newest);
    await page.getByRole('button', { name: /^Stop query/ }).click();

    expect(data?.dataLoaded).toEqual({ version: newest, kinds: [] });
    await page.getByRole('button', { name: /^Execute query/ }).waitFor();
  });

  it('documents the schema', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByText('Query', { exact: true }).click();
    await docs.getByText('Etf', { exact: true }).click();

    await docs.getByText('An exchange-traded fund.').waitFor();
    expect(await docs.locator('.graphiql-doc-explorer-title').textContent()).toBe('Etf');
  });

  it('keeps what was asked in its history', async () => {
    const { page } = await open();
    await run(page);
    await shown(page, ({ data }) => data !== undefined);
    await page.getByRole('button', { name: 'Show History' }).click();

    expect(await page.locator('.graphiql-history-item-label').allTextContents()).toEqual([titles[0]]);
  });

  it('opens an empty tab, in which a question can be written, prettified and asked', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'New tab' }).click();
    await until(() => tabs(page).count(), (count) => count === stories.length + 1);
    await replace(page, page.locator('.graphiql-query-editor .CodeMirror'), 'query Mine{etf(symbol:"IWM"){symbol}}');
    await page.getByRole('button', { name: /^Prettify/ }).click();
    await until(() => queryOf(page), (text) => text.startsWith('query Mine {\n  etf(symbol: "IWM") {\n    symbol'));
    await run(page);

    expect((await shown(page, ({ data }) => data !== undefined)).data).toEqual({ etf: { symbol: 'IWM' } });
  });

  it('opens with the same tabs again after a question was asked', async () => {
    const { page } = await open();
    await run(page);
    await shown(page, ({ data }) => data !== undefined);
    await until(() => stored(page, 'tabState'), (text) => text !== '');
    await page.reload();
    await tab(page, titles[0] ?? '').waitFor();

    expect(await tabs(page).allTextContents()).toEqual(titles);
    expect(await queryOf(page)).toBe(stories[0]?.query);
    expect(JSON.parse(await textOf(variables(page)))).toEqual(stories[0]?.variables);
  });

  it('holds the visitor’s tabs when it is opened again', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'New tab' }).click();
    await replace(page, page.locator('.graphiql-query-editor .CodeMirror'), 'query Mine { etf(symbol: "IWM") { symbol } }');
    await tab(page, 'Mine').waitFor();
    await until(() => stored(page, 'tabState'), (text) => text.includes('query Mine {'));
    await page.reload();
    await tab(page, 'Mine').waitFor();

    expect(await tabs(page).allTextContents()).toEqual([...titles, 'Mine']);
  });

  it('lets GraphiQL’s dialogs open', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Open settings dialog' }).click();

    await page.getByRole('dialog').getByText('Clear storage').first().waitFor();
  });

  it('says that the data are invented', async () => {
    const { page } = await open();

    await page.getByText('The data here are invented until you load real files').waitFor();
  });
});

describeInBrowser('the playground of a server in Chromium', (visit) => {
  const database = useDatabase();

  it('says nothing of invented data where none are', async () => {
    const { address } = await startTestServer(database().url);
    const { page, faults } = await visit(`${address}/playground`);
    await page.locator('simulated-banner[hidden]').waitFor({ state: 'attached' });

    expect(faults).toEqual([]);
    expect(await page.locator('simulated-banner').textContent()).toBe('');
  });

  it('stands behind a proxy that puts a prefix before all paths', async () => {
    const { address } = await startTestServer(database().url);
    const proxy = prefixed('/behind', address);
    const { page, requested, faults } = await visit(`${await listen(proxy, readConfig({ PORT: '0' }))}/behind/playground`);
    await run(page);
    await shown(page, ({ data }) => data?.etf !== undefined);
    await page.context().close();
    proxy.close();

    expect(faults).toEqual([]);
    expect(requested.filter((asked) => !asked.startsWith('data:') && !new URL(asked).pathname.startsWith('/behind/'))).toEqual([]);
  });

  it('says in words that the server does not describe its schema', async () => {
    const http = createServer();
    const apollo = new ApolloServer<RequestContext>({ schema, introspection: false });
    await apollo.start();
    const never = (): never => {
      throw new Error('This server has no data.');
    };
    http.on('request', createApp({ apollo, log: pino({ level: 'silent' }), isServing: () => true, isDatabaseReady: never, contextFor: never, handlers: [], events: never, exports: never }));
    const address = await listen(http, readConfig({ PORT: '0' }));
    const { page } = await visit(`${address}/playground`);

    await page.getByText('This server does not describe its schema').waitFor();
    await tab(page, titles[0] ?? '').waitFor();
    await page.context().close();
    await apollo.stop();
    http.close();
  });
});
