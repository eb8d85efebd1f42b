import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** A line between a pool and its Postgres that can be cut, frozen and mended. */
export interface Line {
  /** The same database's address through the line. */
  readonly url: string;
  /** Ends all connections and refuses new ones. */
  readonly cut: () => Promise<void>;
  /** Lets nothing through any more, without ending a connection. */
  readonly freeze: () => void;
  readonly mend: () => Promise<void>;
}

export async function lineTo(url: string): Promise<Line> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let isFrozen = false;
  const hub = createServer((near) => {
    const far = connect(Number(target.port || 5_432), target.hostname);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      open.add(socket);
      socket.on('data', (chunk) => isFrozen || other.write(chunk));
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = async (port: number): Promise<void> => {
    hub.listen(port, '127.0.0.1');
    await once(hub, 'listening');
  };
  const cut = async (): Promise<void> => {
    if (!hub.listening) return;
    const closed = once(hub, 'close');
    hub.close();
    for (const socket of open) socket.destroy();
    await closed;
  };

  await listen(0);
  const { port } = hub.address() as AddressInfo;
  const address = new URL(url);
  address.host = `127.0.0.1:${port}`;
  return {
    url: address.href,
    cut,
    freeze: () => void (isFrozen = true),
    async mend() {
      isFrozen = false;
      if (!hub.listening) await listen(port);
    },
  };
}
