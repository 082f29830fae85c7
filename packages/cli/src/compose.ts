import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { csvUsage } from "@tagledger/adapters/usage/csv";
import type { Bills, Hash, Usage } from "@tagledger/core/ports";
import { note } from "./output.ts";
import { endProgress, showProgress } from "./progress.ts";

/** The outside world of the command line. */
export interface CliPorts {
  readonly bills: Bills;
  readonly usage: Usage;
  readonly hash: Hash;
}

/** Puts the real adapters together: the one place that does. */
export function compose(): CliPorts {
  return {
    bills: duckdbBills({ tell: { progress: showProgress, note: noteBetween } }),
    usage: csvUsage(),
    hash: nodeHash,
  };
}

/** A note stands on its own line, not at the end of the passing one. */
function noteBetween(message: string): void {
  endProgress();
  note(`note: ${message}`);
}
