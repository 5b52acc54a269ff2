import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export type Door = (request: IncomingMessage, response: ServerResponse) => void;

/** One port for all doors: the longest path prefix that fits takes the request. Until a door is there the answer is 503. */
export class FrontDoor {
  private readonly doors: { prefix: string; door: Door }[] = [];
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  /** Takes the port at once, so that a taken one is known before anything else happens; EADDRINUSE is thrown as it is. */
  listen(port: number, host: string): Promise<void> {
    return new Promise((done, failed) => {
      this.server.once('error', failed);
      this.server.listen(port, host, () => done());
    });
  }

  open(prefix: string, door: Door): void {
    this.doors.push({ prefix, door });
    this.doors.sort((a, b) => b.prefix.length - a.prefix.length);
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(() => done());
      this.server.closeIdleConnections();
      setTimeout(() => this.server.closeAllConnections(), 3000).unref();
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split('?')[0];
    const found = this.doors.find(({ prefix }) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`));
    if (found) return found.door(request, response);
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
    response.end('検収 Kenshu: 起動中です。 / Starting …\n');
  }
}
