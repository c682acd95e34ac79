/// A site of another origin that embeds programs: pages that a test writes, on a
/// name that browsers hold for another site than the course's.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Document {
  body: string;
  type?: string;
  headers?: Record<string, string>;
}

export class Host {
  readonly #documents = new Map<string, Document>();
  /** Paths asked for, in order. */
  readonly requests: string[] = [];
  readonly #server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    this.requests.push(pathname);
    const found = this.#documents.get(pathname);
    if (!found) {
      response.writeHead(404).end("not found");
      return;
    }
    response.writeHead(200, { "content-type": found.type ?? "text/html; charset=utf-8", ...found.headers }).end(found.body);
  });

  static async open(): Promise<Host> {
    const host = new Host();
    await new Promise<void>((resolve) => host.#server.listen(0, "127.0.0.1", resolve));
    return host;
  }

  /** The course is on 127.0.0.1: another site, not only another port. */
  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The same pages as pages of the course's own site, of another origin still. */
  get sameSite(): string {
    return this.origin.replace("localhost", "127.0.0.1");
  }

  /** Puts a document at `path`; returns its URL. */
  put(path: string, body: string, rest: Omit<Document, "body"> = {}): string {
    this.#documents.set(path, { body, ...rest });
    return this.origin + path;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A page around `body` that loads the element from `course`. */
export function embedding(course: string, body: string, head = ""): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page that embeds</title>
${head}<script type="module" src="${course}/assets/await-go.js"></script>
<body>
${body}
</body>
</html>
`;
}

/** A runnable listing that prints `text`. */
export function printing(text: string, attributes = ""): string {
  const program = `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(${JSON.stringify(text)})\n}\n`;
  return `<await-go ${attributes}><pre><code class="language-go">${escape(program)}</code></pre></await-go>`;
}

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
