import { randomBytes, randomUUID } from "node:crypto";
import { runtimeClient } from "./client.ts";
import type { Configured } from "./environment.ts";
import { type Milestones, type Outcome, type Sandbox, startSandbox } from "./sandbox.ts";

/** A function in Lambda. */
export interface LambdaFunction {
  readonly configured: Configured;
  /**
   * Invokes it; where its process is no more, in a new one.
   *
   * @param isFollowed whether X-Ray follows it
   */
  invoke(event: unknown, isFollowed?: boolean): Promise<Outcome>;
  /** Ends its process at this instant, as when a machine of Lambda fails. */
  kill(): Promise<void>;
  /** Lets its process stand still until its time is over. */
  stall(): Promise<void>;
  /** Lets time pass: from now on its processes are so much later. */
  pass(milliseconds: number): Promise<void>;
  /** How late it is for it: epoch milliseconds. */
  now(): number;
  /** All that its processes wrote. */
  logs(): string;
  /** What they wrote as JSON, a line each. */
  lines(): readonly Readonly<Record<string, unknown>>[];
  /** Of each of its processes. */
  milestones(): readonly Milestones[];
}

/** Puts a function into Lambda, where nothing runs before it is invoked. */
export function makeFunction(configured: Configured): LambdaFunction {
  const client = runtimeClient();
  const milestones: Milestones[] = [];
  let current: Promise<Sandbox> | null = null;
  let [ahead, written] = [0, ""];

  const log = (text: string) => {
    written += text;
  };
  const alive = async (): Promise<Sandbox> => {
    const last = await current;
    if (last?.isAlive() === true) return last;
    current = startSandbox({ client, configured, ahead, log });
    const sandbox = await current;
    milestones.push(sandbox.milestones);
    return sandbox;
  };
  const kill = async () => {
    await (await current)?.kill();
  };
  return {
    configured,
    async invoke(event, isFollowed = false) {
      const sandbox = await alive();
      const trace = traceOf(Date.now(), isFollowed);
      return sandbox.invoke({ id: randomUUID(), body: JSON.stringify(event), trace });
    },
    kill,
    async stall() {
      (await current)?.stall();
    },
    async pass(milliseconds) {
      await kill();
      ahead += milliseconds;
    },
    now: () => Date.now() + ahead,
    logs: () => written,
    lines: () => written.split("\n").flatMap(jsonIn),
    milestones: () => milestones,
  };
}

/** By which X-Ray tells invocations apart. */
function traceOf(now: number, isFollowed: boolean): string {
  const root = `1-${Math.floor(now / 1000).toString(16)}-${randomBytes(12).toString("hex")}`;
  return `Root=${root};Parent=${randomBytes(8).toString("hex")};Sampled=${isFollowed ? 1 : 0}`;
}

/** What the runtime says itself is no JSON. */
function jsonIn(line: string): Record<string, unknown>[] {
  if (!line.startsWith("{")) return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
