import { spawnSync } from "node:child_process";

/** What something took, in seconds. */
export interface Effort {
  readonly wall: number;
  /** Of processors, for this process with all its threads. */
  readonly own: number;
  /** Of processors, for another process that works for it; NaN where the system does not tell. */
  readonly other: number;
}

/** Does something and says what it took. */
export async function effortOf(act: () => Promise<void>, otherProcess?: number): Promise<Effort> {
  const [began, own, other] = [performance.now(), process.cpuUsage(), secondsOf(otherProcess)];
  await act();
  const { user, system } = process.cpuUsage(own);
  return {
    wall: (performance.now() - began) / 1e3,
    own: (user + system) / 1e6,
    other: secondsOf(otherProcess) - other,
  };
}

/** Puts what a number of events took into words. */
export function effortText(events: number, { wall, own, other }: Effort): string {
  const each = (seconds: number) => `${((seconds / events) * 1e6).toFixed(0)} µs`;
  const told = [
    `${(events / wall).toFixed(0)} events a second`,
    `${each(own)} of our processor time for each, ${(events / own).toFixed(0)} a second on one core`,
    ...(Number.isNaN(other) ? [] : [`${each(other)} of the database's`]),
  ];
  return told.join("; ");
}

/** The processor time that a process has used: `2:13.45`, `00:02:13` or `1-00:02:13`. */
function secondsOf(pid: number | undefined): number {
  if (pid === undefined) return Number.NaN;
  const { stdout } = spawnSync("ps", ["-o", "time=", "-p", `${pid}`], { encoding: "utf8" });
  const [clock = "", days = "0"] = (stdout ?? "").trim().split("-").reverse();
  const seconds =
    clock === "" ? Number.NaN : clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds + Number(days) * 86_400;
}
