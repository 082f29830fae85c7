import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** What came of running a function. */
export interface Invoked {
  /** What each invocation gave, or the message of its error. */
  readonly results: readonly unknown[];
  /** How long the import took, and then each invocation. */
  readonly milliseconds: readonly number[];
  /** What it logged. */
  readonly output: string;
}

/** Imports a bundled function in a new process with this environment alone, and invokes it with one event after another. */
export async function invoke(
  module: string,
  events: readonly unknown[],
  env: Readonly<Record<string, string>>,
): Promise<Invoked> {
  const child = fork(join(import.meta.dirname, "runner.ts"), [], { env, silent: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (output += data));
  child.send({ module, events });
  const exit = once(child, "exit").then(() => {
    throw new Error(`${module} did not answer:\n${output}`);
  });
  const [answer] = await Promise.race([once(child, "message"), exit]);
  await exit.catch(() => {});
  return { ...(answer as Omit<Invoked, "output">), output };
}
