import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { projectFolder } from '../../store/projectFolder';
import { readAssets, typeOf } from './assets';
import { COMMON, FOR_EVER, pageHeaders } from './headers';

/**
 * A page to try the graph on, with all that it needs. Its addresses are relative, so it also stands behind a proxy
 * that puts a prefix before all paths. What is not there is left to who comes next.
 */
export function createPlayground(): Router {
  const { version, bytesOf } = readAssets();
  const page = readFileSync(join(projectFolder(), 'playground', 'page.html'), 'utf8');
  const router = Router();

  router.get('/', ({ originalUrl }, response) => {
    const nonce = randomBytes(16).toString('base64');
    const isFolder = /^[^?]*\/(?:\?|$)/.test(originalUrl);
    const folder = `${isFolder ? '' : 'playground/'}assets/${version}`;
    response.set(pageHeaders(nonce)).type('html').send(page.replaceAll('%FOLDER%', folder).replaceAll('%NONCE%', nonce));
  });

  for (const [name, bytes] of bytesOf) {
    router.get(`/assets/${version}/${name}`, (_, response) => {
      response.set({ ...COMMON, 'cache-control': FOR_EVER, etag: `"${version}"` }).type(typeOf(name)).send(bytes);
    });
  }
  return router;
}
