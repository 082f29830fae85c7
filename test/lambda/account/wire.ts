import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { textOf } from "../../aws/local/gate/faults.ts";
import { forward } from "../../aws/local/gate/forward.ts";
import { type Asked, readRequest } from "../../aws/local/gate/request.ts";
import type { Reply } from "../../aws/local/gate/wire.ts";

/** A call to come, and when something happens to it: before it is heard, or when it was done and the answer is on its way. */
export interface Moment {
  /** Which it is of those from now on. */
  readonly call: number;
  readonly when: "asked" | "answered";
  /** Counted are calls of this action only. */
  readonly action?: string;
}

/** What is to happen at a moment. */
export interface Planned {
  /** Whether it did. */
  happened(): boolean;
}

/** A line between functions and a service, on which things may go wrong. */
export interface Wire {
  readonly endpoint: string;
  /** What was asked over it, as permissions name it; of services that are asked by path, method and path. */
  calls(): readonly string[];
  /** Does something at a moment, and goes on. */
  at(moment: Moment, act: () => Promise<unknown>): Planned;
  /** Does something at a moment, and breaks the call off. */
  breakAt(moment: Moment, act: () => Promise<unknown>): Planned;
  /** Breaks off all calls that speak of something. */
  refuse(about: string): void;
  /** Lets nothing through any more. */
  cut(): void;
  /** All goes well again. */
  mend(): void;
  stop(): Promise<void>;
}

interface Plan extends Moment {
  left: number;
  readonly breaks: boolean;
  act(): Promise<unknown>;
}

/**
 * Lays a line on a free port.
 *
 * @param answers what is answered in the place of a service that does not know some call
 */
export async function layWire(target: string, answers: Readonly<Record<string, Reply>> = {}): Promise<Wire> {
  const calls: string[] = [];
  let isCut = false;
  let plans: readonly Plan[] = [];
  let refused: readonly string[] = [];

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
    at: (moment, act) => plan(moment, act, false),
    breakAt: (moment, act) => plan(moment, act, true),
    refuse(about) {
      refused = [...refused, about];
    },
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend() {
      [isCut, refused, plans] = [false, [], []];
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  function plan(moment: Moment, act: Plan["act"], breaks: boolean): Planned {
    const planned = { ...moment, left: moment.call, act, breaks };
    plans = [...plans, planned];
    return { happened: () => planned.left <= 0 };
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isCut) throw new Error("the line is cut");
    const asked = await readRequest(request);
    calls.push(asked.action);
    const text = textOf(asked);
    if (refused.some((about) => text.includes(about))) throw new Error("the call is refused");
    const now = turnOf(asked.action);
    await happen(now, "asked");
    const { status, headers, body } = await replyTo(asked);
    await happen(now, "answered");
    response.writeHead(status, headers).end(body);
  }

  /** What is planned for this call. */
  function turnOf(called: string): readonly Plan[] {
    const concerned = plans.filter(({ action = called }) => action === called);
    for (const each of concerned) each.left -= 1;
    return concerned.filter(({ left }) => left === 0);
  }

  async function happen(planned: readonly Plan[], moment: Moment["when"]): Promise<void> {
    for (const { when, act, breaks } of planned) {
      if (when !== moment) continue;
      await act();
      if (breaks) throw new Error("the call is broken off");
    }
  }

  async function replyTo(asked: Asked): Promise<Reply> {
    return answers[asked.action] ?? forward(target, asked);
  }
}
