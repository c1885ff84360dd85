import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';

export interface StaticServer {
  address: string;
  close(): Promise<void>;
}

/** Serves the scripts in a folder, one bundle, and an empty page, on 127.0.0.1 alone. */
export async function serveBundle(assets: string, bundle: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, content: Buffer | string) =>
      response
        .writeHead(200, { 'content-type': type, 'content-length': content.length })
        .end(content);
    if (pathname === '/') return send('text/html', '<!doctype html><title>Recount</title>');
    if (pathname === '/bundle.zip') return send('application/zip', readFileSync(bundle));
    const path = normalize(join(assets, pathname.replace(/^\/assets\//, '')));
    if (!pathname.startsWith('/assets/') || !path.startsWith(assets + sep)) {
      return response.writeHead(404).end();
    }
    try {
      return send('text/javascript', readFileSync(path));
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
