import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { InvalidInput, NotFound, TooManyAtOnce } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { refuseFuture } from '../../domain/refuseFuture';
import type { Export, ExportAt } from '../../exports/defineExport';
import { exportKinds } from '../../exports/exportKinds';
import type { Format } from '../../exports/formats/Format';
import { formats } from '../../exports/formats/formats';
import { STANDING, readParameters } from '../../exports/parameters';
import { written } from '../../exports/written';
import type { Reader, StreamedReads } from '../../store/Reader';
import { refuseExport } from './refuseExport';

export interface ExportOptions {
  readonly reader: Reader;
  readonly today: () => IsoDate;
  /** Most exports that are under way at once: each has a connection to Postgres for as long as its client takes. */
  readonly mostAtOnce: number;
  /** For how long a client may take nothing. */
  readonly stallMs: number;
}

/** What a request asks for. */
interface Asked {
  readonly kind: Export;
  readonly format: Format;
  readonly query: URLSearchParams;
}

/** Gives facts as files, `/{kind}.{format}`: as many rows as there are, of which only some batches are ever in memory. */
export function createExports({ reader, today, mostAtOnce, stallMs }: ExportOptions): RequestHandler {
  let underWay = 0;
  return async (request, response) => {
    const log = response.locals.log as Logger;
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.setTimeout(stallMs, () => response.destroy());
    underWay += 1;
    const answered = async (): Promise<() => void> => {
      try {
        if (underWay > mostAtOnce) throw new TooManyAtOnce(`${mostAtOnce} exports are under way here, which is as many as may be.`);
        const asked = read(request);
        await reader.streaming(gone.signal, (reads) => send(asked, reads, today(), request, response));
        return () => response.end();
      } catch (error) {
        if (!gone.signal.aborted && !response.headersSent) return () => refuseExport(response, error, log);
        if (gone.signal.aborted) log.info('an export ended before its last row: its client had gone');
        else log.error({ err: error }, 'an export broke off');
        return () => response.destroy();
      }
    };
    // The end is told when all is given back: whoever asks one after the other never asks for two at once.
    const end = await answered().finally(() => (underWay -= 1));
    end();
  };
}

/** @throws {NotFound} for a file that there is not; {InvalidInput} for another method than GET or HEAD. */
function read({ method, url }: Request): Asked {
  if (method !== 'GET' && method !== 'HEAD') throw new InvalidInput(`An export is asked for with GET: ${method} does nothing here.`);
  const { pathname, searchParams: query } = new URL(url, 'http://export');
  const [, name = '', ending = ''] = /^\/([a-z]+)\.([a-z]+)$/.exec(pathname) ?? [];
  const [kind, format] = [exportKinds.get(name), formats.get(ending)];
  if (kind === undefined || format === undefined) throw new NotFound('export', pathname.slice(1), [...exportKinds.keys()].flatMap((key) => [...formats.keys()].map((one) => `${key}.${one}`)));
  return { kind, format, query };
}

async function send({ kind, format, query }: Asked, reads: StreamedReads, realToday: IsoDate, request: Request, response: Response): Promise<void> {
  const { version, simulatedUntil } = await reads.read({ text: 'SELECT 1', values: [] });
  const today = simulatedUntil ?? realToday;
  const { asOf: day, knowledge, ...asked } = readParameters({ ...STANDING, ...kind.parameters }, query);
  const at: ExportAt = { asOf: day ?? today, knowledge };
  refuseFuture(at.asOf, today);
  const facts = { export: kind.key, question: query.toString(), asOf: at.asOf, knowledge, version, isSimulated: String(simulatedUntil !== null) };

  const writer = await format.writer(kind.columns, facts);
  const bytes = written(kind.columns, kind.rows(asked, at, reads), writer, ({ rows, sha256 }) =>
    response.addTrailers({ 'x-row-count': String(rows), 'x-rows-sha256': sha256 }),
  );
  const first = await bytes.next();
  response.setHeader('content-type', format.contentType);
  response.setHeader('content-disposition', `attachment; filename="${kind.key}-${at.asOf}${simulatedUntil === null ? '' : '-simulated'}.${format.key}"`);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-data-version', version);
  response.setHeader('x-as-of', at.asOf);
  response.setHeader('x-knowledge', knowledge);
  response.setHeader('x-is-simulated', facts.isSimulated);
  if (request.method === 'HEAD') {
    await bytes.return(undefined);
    return;
  }
  // HTTP/1.0 has no trailers, and Node refuses to announce any there.
  if (request.httpVersion !== '1.0') response.setHeader('trailer', 'X-Row-Count, X-Rows-SHA256');
  await pipeline(Readable.from(following(first, bytes), { objectMode: false }), response, { end: false });
}

async function* following(first: IteratorResult<Uint8Array, unknown>, bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.done !== true) yield first.value;
  yield* bytes;
}
