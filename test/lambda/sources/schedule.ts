import { randomUUID } from "node:crypto";
import type { Configured } from "../runtime/environment.ts";

/** What a schedule invokes a function with: those of EventBridge Scheduler leave the detail as text. */
export function scheduled(
  { account, region, name }: Pick<Configured, "account" | "region" | "name">,
  source: "aws.events" | "aws.scheduler",
  at: number,
) {
  const kind = source === "aws.events" ? "events" : "scheduler";
  const what = kind === "events" ? `rule/${name}` : `schedule/default/${name}`;
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source,
    account,
    time: new Date(at).toISOString().replace(/\.\d+/, ""),
    region,
    resources: [`arn:aws:${kind}:${region}:${account}:${what}`],
    detail: kind === "events" ? {} : "{}",
  };
}
