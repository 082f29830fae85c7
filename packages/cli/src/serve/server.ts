import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiHandler } from "@tagledger/api/handler";
import { TagledgerError } from "@tagledger/core/errors";
import { note } from "../output.ts";
import { type Answer, problem } from "./answer.ts";
import { answerByApi, isApiPath } from "./api.ts";

/** The only address that is bound: what is served has no login. */
const HOST = "127.0.0.1";

const HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
};

/** What is served. */
export interface Served {
  /** Files by path. */
  readonly page: ReadonlyMap<string, Answer>;
  /** The API that is deployed too. */
  readonly api: ApiHandler;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/**
 * Serves API and page on the loopback address.
 *
 * @param port 0 for any that is free
 * @throws outside-failure when the port is in use
 */
export function serve(served: Served, port: number): Promise<RunningServer> {
  const server = createServer(listener(served));
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(new TagledgerError("outside-failure", `port ${port}: ${wordsOf(cause)}`, { port }, { cause }));
    });
    server.listen(port, HOST, () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve({ url: `http://${HOST}:${bound}/`, close: () => closed(server) });
    });
  });
}

/** Says whether nobody listens on a port of the loopback address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

/** Answers requests, whoever listens. */
export function listener(served: Served): RequestListener {
  return (request, response) => {
    respond(served, request, response).catch((error: unknown) => {
      note(`tagledger: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = URL.parse(request.url ?? "/", `http://${HOST}`);
  if (address !== null && isApiPath(address.pathname) && isLoopback(request.headers.host))
    return answerByApi(served.api, { request, address }, response);
  const { status, type, body } = fileFor(served, request);
  response.writeHead(status, { ...HEADERS, "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}

function fileFor({ page }: Served, { method, url = "/", headers }: IncomingMessage): Answer {
  // A page from elsewhere may have its own name lead here; it must not read what is served.
  if (!isLoopback(headers.host))
    return problem(421, "Misdirected request", "ask for it as 127.0.0.1 or localhost");
  if (method !== "GET" && method !== "HEAD")
    return problem(405, "Method not allowed", "everything here is only read");
  const address = URL.parse(url, `http://${HOST}`);
  if (address === null) return problem(400, "Bad request", "this is no address");
  return page.get(address.pathname) ?? problem(404, "Not found", `nothing is at ${address.pathname}`);
}

function isLoopback(host = ""): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
}

function wordsOf(cause: NodeJS.ErrnoException): string {
  return cause.code === "EADDRINUSE" ? "is in use by another program" : cause.message;
}
