/// A static host on 127.0.0.1 for tests: one that compresses nothing unless asked,
/// writes down every request, and can be told to misbehave.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { createBrotliCompress, constants } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** May answer a request in the server's place; returns whether it did. */
export type Fault = (path: string, response: ServerResponse) => boolean;

export class StaticServer {
  /** Paths asked for, in order. */
  readonly requests: string[] = [];
  /** Answers .wasm with Content-Encoding br, compressed lightly on the fly. */
  compress = false;
  /** Sent with every answer. */
  headers: Record<string, string> = {};
  fault: Fault = () => false;
  #server: Server;

  private constructor(public root: string) {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async serve(root: string): Promise<StaticServer> {
    if (!existsSync(join(root, "index.html"))) throw new Error(`${root} holds no site: run make build first`);
    const server = new StaticServer(root);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    this.requests.push(path);
    for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
    if (this.fault(path, response)) return;
    let file = join(this.root, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) {
      response.writeHead(404).end("not found");
      return;
    }
    const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
    if (this.compress && file.endsWith(".wasm")) {
      response.writeHead(200, { ...headers, "content-encoding": "br" });
      const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
      createReadStream(file).pipe(brotli).pipe(response);
      return;
    }
    response.writeHead(200, { ...headers, "content-length": statSync(file).size });
    createReadStream(file).pipe(response);
  }
}
