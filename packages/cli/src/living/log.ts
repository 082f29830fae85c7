import { canonicalConfig } from "@tagledger/core/config/canonical";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import { replayLog } from "@tagledger/core/flows/replay-log";
import type { Ledger } from "@tagledger/core/ports";
import { isUnreadableItem } from "@tagledger/core/reports/audit/audited";
import { AuditSummary } from "@tagledger/core/reports/audit/summary";
import { countProgress } from "../audit/progress.ts";
import { noteUnreadable } from "../audit/unreadable.ts";
import type { CliPorts } from "../compose.ts";
import type { TakenIn } from "./take-in.ts";

/** Replays a log into the ledger, and names what could not be read. */
export async function takeInLog(
  { trail, openTimelines, hash }: CliPorts,
  ledger: Ledger,
  { paths, config }: { readonly paths: readonly string[]; readonly config: Config },
): Promise<TakenIn> {
  const timelines = openTimelines();
  const summary = new AuditSummary();
  const count = countProgress();
  try {
    const configuration = hash.sha256(canonicalConfig(config));
    for await (const item of replayLog({ trail, timelines, ledger }, { config, paths, configuration })) {
      if (isUnreadableItem(item)) noteUnreadable(item);
      summary.add(item);
      count();
    }
  } finally {
    await timelines.close();
  }
  const { outcomes, again, unreadable } = summary;
  if (outcomes.total + again + unreadable === 0)
    throw badInput(`${paths.join(", ")}: no CloudTrail events are here`, { paths });
  const counts = Object.fromEntries(outcomes.sorted().map(({ name, count: events }) => [name, events]));
  const problem = unreadable === 0 ? null : `${unreadable} records or files could not be read`;
  return {
    outcome: unreadable === 0 ? "complete" : "broken",
    problem,
    counts: { ...counts, again, unreadable },
  };
}
