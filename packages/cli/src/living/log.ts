import { canonicalConfig } from "@tagledger/core/config/canonical";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import { replayLog } from "@tagledger/core/flows/replay-log";
import type { Ledger } from "@tagledger/core/ports";
import { countProgress } from "../audit/progress.ts";
import { noteUnreadable } from "../audit/unreadable.ts";
import type { CliPorts } from "../compose.ts";
import { LogCounts } from "./log-counts.ts";
import type { TakenIn } from "./take-in.ts";

/** Enforces a log into the ledger, and names what could not be read. */
export async function takeInLog(
  { trail, prices, hash }: CliPorts,
  ledger: Ledger,
  { paths, config }: { readonly paths: readonly string[]; readonly config: Config },
): Promise<TakenIn> {
  const counts = new LogCounts();
  const count = countProgress();
  const configuration = hash.sha256(canonicalConfig(config));
  for await (const item of replayLog({ trail, ledger, prices, hash }, { config, paths, configuration })) {
    if ("problem" in item) noteUnreadable(item);
    counts.add(item);
    count();
  }
  if (counts.total === 0) throw badInput(`${paths.join(", ")}: no CloudTrail events are here`, { paths });
  const { unreadable } = counts;
  const problem = unreadable === 0 ? null : `${unreadable} records or files could not be read`;
  return { outcome: unreadable === 0 ? "complete" : "broken", problem, counts: counts.byOutcome() };
}
