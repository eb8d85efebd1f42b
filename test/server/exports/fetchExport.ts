import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, get } from 'node:http';

export interface Exported {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly trailers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** An export from a server, with what comes after its last byte: `fetch` does not tell that. */
export async function fetchExport(address: string, path: string): Promise<Exported> {
  const response = await opened(address, path);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return { status: response.statusCode ?? 0, headers: response.headers, trailers: response.trailers, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The answer to a request of which no byte of the body was read yet. */
export async function opened(address: string, path: string): Promise<IncomingMessage> {
  const request = get(`${address}/export/${path}`, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}
