import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { OwnFunction } from "@tagledger/core/policy/iam/stores";
import { holdAgainstRecorded } from "../../iam/recorded.ts";
import { type Call, callKeeper, callsFile } from "./gate/calls.ts";
import { type Fault, makeFaults, textOf } from "./gate/faults.ts";
import { forward } from "./gate/forward.ts";
import { type Life, makeLife } from "./gate/life.ts";
import { type Asked, readRequest } from "./gate/request.ts";
import { askedOfIam } from "./gate/resources.ts";
import { errorOf } from "./gate/service-error.ts";
import { codeOf, errorReply, type Reply } from "./gate/wire.ts";
import type { Moto } from "./moto.ts";

/** What stands between clients and an emulator of AWS: it keeps what is called, and lets go wrong what a test wants. */
export interface Gate {
  readonly endpoint: string;
  /** The emulator itself, for what a test does in the place of others. */
  readonly target: string;
  /** The life of those who call; see `crash`. */
  readonly life: Life;
  /** All calls since the last reset, in the order in which they were answered; of one action where it is named. */
  calls(action?: string): readonly Call[];
  /** @throws Error where nobody knows what a service says that fails in this way */
  fault(fault: Fault): void;
  /** Faults that did not come up as often as they should have. */
  unused(): readonly Fault[];
  /** Lets somebody else act just before the next such call arrives. */
  before(action: string, act: () => Promise<unknown>): void;
  /** Ends the process of those who call, instead of their n-th call from now on; all they call fails with `Crashed`. */
  crash(calls: number): void;
  /** Takes what is called while something is done for calls of another function. */
  as<Done>(another: OwnFunction, act: () => Promise<Done>): Promise<Done>;
  /** Notes whose an access key is. */
  learnKey(accessKey: string, account: string): void;
  /** Forgets calls, faults and crashes. */
  reset(): void;
  /** @throws Error that came up between the clients and the emulator, or where a call is not one that is written down */
  stop(): Promise<void>;
}

/**
 * Opens a gate on a free port.
 *
 * @param name of the file that the calls are kept in, one for each file of tests
 * @param by the function that makes such calls, for which it is proved that it may; left out where it is none
 */
export async function openGate(
  moto: Pick<Moto, "endpoint" | "account">,
  name: string,
  by?: OwnFunction,
): Promise<Gate> {
  const keep = callKeeper(callsFile(name));
  const faults = makeFaults();
  const life = makeLife();
  const accounts = new Map<string, string>();
  const troubles: unknown[] = [];
  const asked = new Map<OwnFunction, Set<string>>();
  let who = by;
  const unsaid = new Set<Promise<void>>();
  let calls: Call[] = [];
  let others: { readonly action: string; readonly act: () => Promise<unknown> }[] = [];

  const server = createServer((request, response) => {
    pass(request, response).catch((trouble: unknown) => {
      troubles.push(trouble);
      request.socket.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`no port: ${address}`);

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    target: moto.endpoint,
    life,
    calls: (action) => calls.filter((call) => action === undefined || call.action === action),
    fault: faults.add,
    unused: faults.unused,
    before: (action, act) => others.push({ action, act }),
    crash: life.crash,
    async as(another, act) {
      const before = who;
      who = another;
      try {
        return await act();
      } finally {
        who = before;
      }
    },
    learnKey: (accessKey, account) => accounts.set(accessKey, account),
    reset() {
      calls = [];
      others = [];
      faults.clear();
      life.reset();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      if (troubles.length > 0) throw troubles[0];
      await Promise.all(unsaid);
      if (by !== undefined) holdAgainstRecorded(name, asked);
    },
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    await letOthersAct(asked.action);
    const account = accounts.get(asked.accessKey) ?? moto.account;
    const fault = faults.take(asked, account);
    const reply = await replyTo(asked, fault);
    note(asked, { account, reply, isInjected: fault !== null });
    if (reply === null || fault?.answer === "dropAfter") {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status, reply.headers).end(reply.body);
  }

  async function letOthersAct(action: string): Promise<void> {
    const acting = others.filter((other) => other.action === action);
    others = others.filter((other) => other.action !== action);
    for (const { act } of acting) await act();
  }

  async function replyTo(asked: Asked, fault: Fault | null): Promise<Reply | null> {
    if (fault === null || fault.answer === "dropAfter") {
      const reply = await forward(moto.endpoint, asked);
      learnAssumed(asked, reply);
      return reply;
    }
    if (fault.answer === "dropBefore") return null;
    const { answer } = fault;
    const error = typeof answer === "string" ? errorOf(asked.action, answer, asked.protocol) : answer;
    if (error === null) throw new Error(`how ${asked.action} says ${answer} is not known`);
    return errorReply(asked, error);
  }

  /** Who takes a role in an account has its key from then on. */
  function learnAssumed({ action, body }: Asked, reply: Reply): void {
    if (action !== "sts:AssumeRole") return;
    const [, account] =
      /^arn:[^:]+:iam::(\d+):/.exec(new URLSearchParams(`${body}`).get("RoleArn") ?? "") ?? [];
    const [, accessKey] = /<AccessKeyId>([^<]+)</.exec(`${reply.body}`) ?? [];
    if (account !== undefined && accessKey !== undefined) accounts.set(accessKey, account);
  }

  function note(
    asking: Asked,
    { account, reply, isInjected }: { account: string; reply: Reply | null; isInjected: boolean },
  ): void {
    const { service, action, region, isWrite } = asking;
    const [status, error] = reply === null ? [null, "ConnectionLost"] : [reply.status, codeOf(reply)];
    const call = { at: Date.now(), service, action, account, region, isWrite, status, error, isInjected };
    keep(call);
    const whole = { ...call, request: textOf(asking) };
    calls.push(whole);
    if (who !== undefined) unsaid.add(ask(who, whole));
  }

  async function ask(whose: OwnFunction, call: Call): Promise<void> {
    const all = asked.get(whose) ?? new Set();
    asked.set(whose, all);
    for (const each of await askedOfIam(call)) all.add(each);
  }
}
