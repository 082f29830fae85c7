import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { forward } from "../../aws/local/gate/forward.ts";
import { type Asked, readRequest } from "../../aws/local/gate/request.ts";
import type { Reply } from "../../aws/local/gate/wire.ts";

/** When something happens to a call: before it is heard, or when it was done and the answer is on its way. */
export type Moment = "asked" | "answered";

/** A line between functions and a service, on which things may go wrong. */
export interface Wire {
  readonly endpoint: string;
  /** What was asked over it, as permissions name it; of services that are asked by path, method and path. */
  calls(): readonly string[];
  /** Breaks off the n-th call from now on, after something was done about it. */
  breakAt(call: number, moment: Moment, act: () => Promise<unknown>): void;
  /** Lets nothing through any more. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/**
 * Lays a line on a free port.
 *
 * @param answers what is answered in the place of a service that does not know some call
 */
export async function layWire(target: string, answers: Readonly<Record<string, Reply>> = {}): Promise<Wire> {
  const calls: string[] = [];
  let isCut = false;
  let planned: { left: number; readonly moment: Moment; readonly act: () => Promise<unknown> } | null = null;

  const server = createServer((request, response) => {
    // Whoever asked is no more, or hears that the line broke.
    pass(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`no port: ${address}`);

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    breakAt(call, moment, act) {
      planned = { left: call, moment, act };
    },
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend() {
      isCut = false;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isCut) throw new Error("the line is cut");
    const asked = await readRequest(request);
    calls.push(asked.action);
    const breaking = turn();
    if (breaking?.moment === "asked") await broken(breaking.act);
    const { status, headers, body } = await replyTo(asked);
    if (breaking?.moment === "answered") await broken(breaking.act);
    response.writeHead(status, headers).end(body);
  }

  /** What is planned for this call. */
  function turn() {
    if (planned === null) return null;
    planned.left -= 1;
    if (planned.left > 0) return null;
    const breaking = planned;
    planned = null;
    return breaking;
  }

  async function broken(act: () => Promise<unknown>): Promise<never> {
    await act();
    throw new Error("the call is broken off");
  }

  async function replyTo(asked: Asked): Promise<Reply> {
    return answers[asked.action] ?? forward(target, asked);
  }
}
