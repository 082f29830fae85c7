import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A query on its way. */
export interface Passing {
  /** How many came before it. */
  readonly index: number;
  readonly headers: IncomingHttpHeaders;
  readonly form: URLSearchParams;
}

/** What becomes of a query: it is passed on, answered here, or its answer is cut off in the middle. */
export type Fate = "pass" | "cut" | { readonly status: number; readonly body: string };

/** A server before another. */
export interface QueryProxy {
  readonly url: string;
  /** How many queries came. */
  readonly count: () => number;
  close(): void;
}

/** Starts a server that passes queries on to another, or does not. */
export async function startProxy(to: string, fateOf: (passing: Passing) => Fate): Promise<QueryProxy> {
  let count = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const fate = fateOf({ index: count++, headers: request.headers, form: new URLSearchParams(body) });
    if (typeof fate === "object") {
      response.writeHead(fate.status, { "content-type": "application/json" });
      response.end(fate.body);
      return;
    }
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const answer = await fetch(`${to}${request.url}`, { method: "POST", headers, body });
    const text = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { "content-length": text.length });
    if (fate === "pass") response.end(text);
    else response.write(text.subarray(0, text.length / 2), () => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, count: () => count, close };
}
