import { type ChildProcess, spawn } from "node:child_process";

/** Ends a process that may be frozen when whoever started it is gone, however that came about. */
export function tieToUs(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  // Its input ends when we do.
  const watch = ["-c", 'cat >/dev/null; kill -9 "$1"', "sh", String(pid)];
  const watcher = spawn("sh", watch, { stdio: ["pipe", "ignore", "ignore"] });
  child.once("exit", () => {
    // Before its input ends: the number may be that of another process soon.
    watcher.kill("SIGKILL");
    watcher.stdin.destroy();
  });
}
