import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiHandler } from "@tagledger/api/handler";
import type { Outgoing } from "@tagledger/api/http/outgoing";
import { problem } from "@tagledger/api/http/problem";
import { MOST_BYTES } from "@tagledger/api/limits";
import { eventOf } from "./event.ts";

/** Whether a path is one of the API that is deployed too. */
export function isApiPath(path: string): boolean {
  return path.startsWith("/api/v1/") || path === "/api/openapi.json";
}

/** Has the handler that is deployed answer a request on this machine. */
export async function answerByApi(
  handler: ApiHandler,
  { request, address }: { readonly request: IncomingMessage; readonly address: URL },
  response: ServerResponse,
): Promise<void> {
  const answer = await answerOf(handler, request, address);
  const body = Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8");
  const length =
    request.method === "HEAD" || answer.statusCode === 304 ? {} : { "content-length": body.length };
  response.writeHead(answer.statusCode, { ...answer.headers, ...length });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function answerOf(handler: ApiHandler, request: IncomingMessage, address: URL): Promise<Outgoing> {
  // Nobody signs in here, so that a page from elsewhere could do what its reader may.
  if (!isOwnPage(request)) return problem(403, "a page from elsewhere may not do this");
  const body = await bodyOf(request);
  if (body === null) return problem(413, `a body may hold ${MOST_BYTES} bytes`, { connection: "close" });
  return handler(eventOf(request, address, body), LOCAL);
}

function isOwnPage({ method, headers: { origin, host } }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD" || origin === undefined || origin === `http://${host}`;
}

/** The body; null where it holds more than is taken. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** In milliseconds: nothing here waits for longer. */
const TIMEOUT = 600_000;

/** What Lambda would say of the invocation: here there is none. */
const LOCAL: Parameters<ApiHandler>[1] = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: "api",
  functionVersion: "",
  invokedFunctionArn: "",
  memoryLimitInMB: "",
  awsRequestId: "",
  logGroupName: "",
  logStreamName: "",
  getRemainingTimeInMillis: () => TIMEOUT,
  done() {},
  fail() {},
  succeed() {},
};
