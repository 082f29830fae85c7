import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Asked, OPERATION } from "./request.ts";
import type { Reply } from "./wire.ts";

/** What concerns a connection, not what is said over it. */
const OF_CONNECTION = ["connection", "expect", "keep-alive", "transfer-encoding", OPERATION];

/** Asks somebody else the same, and gives back the answer. */
export async function forward(target: string, { method, path, headers, body }: Asked): Promise<Reply> {
  const asking = request(new URL(path, target), {
    method,
    headers: { ...withoutConnection(headers), "content-length": body.length },
  });
  asking.end(body);
  const [answer]: IncomingMessage[] = await once(asking, "response");
  if (answer === undefined) throw new Error(`${target} did not answer ${method} ${path}`);
  return {
    status: answer.statusCode ?? 500,
    headers: withoutConnection(answer.headers),
    body: await buffer(answer),
  };
}

function withoutConnection<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)));
}
