import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Asked, type FunctionError, openRuntimeApi, type Report, type RuntimeApi } from "./api.ts";
import type { RuntimeClient } from "./client.ts";
import { clockAhead } from "./clock.ts";
import { arnOf, type Configured, environmentOf } from "./environment.ts";
import { tieToUs } from "./lifeline.ts";

/** What came of an invocation. */
export type Outcome = { readonly payload: unknown } | { readonly error: FunctionError };

/** An invocation, before the time is known at which it has to be over. */
export type Invocation = Pick<Asked, "id" | "body" | "trace">;

/** When a process came to what, in milliseconds since it was spawned. */
export interface Milestones {
  /** It has imported the function, and asks for an invocation. */
  readonly ready: number | null;
  /** It has answered the first. */
  readonly answered: number | null;
}

/** One process of a function, which does one invocation after another. */
export interface Sandbox {
  readonly milestones: Milestones;
  /** Whether it can take another invocation. */
  isAlive(): boolean;
  /** Invokes the function: once it began, and before its time is over. */
  invoke(invocation: Invocation): Promise<Outcome>;
  /** Lets it stand still in the midst of what it does, as one that gets no processor. */
  stall(): void;
  /** Ends it at this instant, whatever it does. */
  kill(): Promise<void>;
}

/** How a process is started. */
export interface SandboxOptions {
  readonly client: RuntimeClient;
  readonly configured: Configured;
  /** Milliseconds that its clock is ahead of ours. */
  readonly ahead: number;
  readonly log: (text: string) => void;
}

/** Starts a process of a function in AWS's own runtime client. Between invocations it is frozen, as Lambda freezes it. */
export async function startSandbox({ client, configured, ahead, log }: SandboxOptions): Promise<Sandbox> {
  let current: { readonly invocation: Invocation; end(outcome: Outcome): void } | null = null;
  let [isWaiting, isOver, isLate] = [false, false, false];
  let failedToBegin: FunctionError | null = null;
  let timer: NodeJS.Timeout | undefined;
  const milestones = { ready: null as number | null, answered: null as number | null };
  const api: RuntimeApi = await openRuntimeApi(hear);
  const began = performance.now();
  const child = start(client, configured, { ahead, api: api.address });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => log(String(data)));
  const closed = once(child, "close").then(over, over);
  return {
    milestones,
    isAlive: () => !isOver,
    invoke(invocation) {
      if (current !== null) throw new Error(`${configured.name} is busy`);
      return new Promise((resolve) => {
        current = {
          invocation,
          end(outcome) {
            clearTimeout(timer);
            current = null;
            resolve(outcome);
          },
        };
        if (isOver) current.end({ error: whyOver() });
        else if (isWaiting) give();
      });
    },
    stall() {
      child.kill("SIGSTOP");
    },
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };

  function hear(report: Report): void {
    const since = performance.now() - began;
    if (report.kind === "next") {
      milestones.ready ??= since;
      isWaiting = true;
      if (current === null) child.kill("SIGSTOP");
      else give();
    } else if (report.kind === "init/error") {
      failedToBegin = report.error;
    } else if (report.id === current?.invocation.id) {
      milestones.answered ??= since;
      current.end(report.kind === "response" ? { payload: report.payload } : { error: report.error });
    }
  }

  function give(): void {
    if (current === null) return;
    isWaiting = false;
    const milliseconds = configured.timeout * 1000;
    timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, milliseconds);
    child.kill("SIGCONT");
    const deadline = Date.now() + ahead + milliseconds;
    api.give({ ...current.invocation, deadline, arn: arnOf(configured) });
  }

  function over(): void {
    isOver = true;
    api.stop();
    current?.end({ error: whyOver() });
  }

  /** In the words of Lambda. */
  function whyOver(): FunctionError {
    const id = current?.invocation.id ?? "";
    if (failedToBegin !== null) return failedToBegin;
    if (isLate) {
      const errorMessage = `${id} Task timed out after ${configured.timeout.toFixed(2)} seconds`;
      return { errorType: "Sandbox.Timedout", errorMessage };
    }
    const how = child.signalCode === "SIGKILL" ? "signal: killed" : `exit status ${child.exitCode}`;
    const errorMessage = `RequestId: ${id} Error: Runtime exited with error: ${how}`;
    return { errorType: "Runtime.ExitError", errorMessage };
  }
}

function start(
  { node, program }: RuntimeClient,
  configured: Configured,
  { ahead, api }: { readonly ahead: number; readonly api: string },
): ChildProcess {
  const child = spawn(
    node,
    [
      ...(ahead === 0 ? [] : ["--import", clockAhead(ahead)]),
      // As much of its memory as Lambda lets Node have.
      `--max-old-space-size=${Math.floor(configured.memory * 0.9)}`,
      program,
    ],
    {
      cwd: configured.folder,
      env: environmentOf(configured, api),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  tieToUs(child);
  return child;
}
