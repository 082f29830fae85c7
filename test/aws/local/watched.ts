import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A script that runs a command, which ends when whoever started it is gone, however that came about: then its input ends. */
const SCRIPT = 'exec 3<&0; (cat <&3; kill $$) >/dev/null 2>&1 & exec "$@" 3<&-';

/** A program that runs beside the tests, and never longer than they do. */
export interface Watched {
  readonly child: ChildProcess;
  /** All that it printed so far. */
  output(): string;
  /** Ends it, if it did not end by itself. */
  stop(): Promise<void>;
}

/** Starts a program, with the environment of the tests where none is given. */
export function startWatched(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Watched {
  const child = spawn("sh", ["-c", SCRIPT, "sh", ...command], { stdio: ["pipe", "pipe", "pipe"], env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  return {
    child,
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
