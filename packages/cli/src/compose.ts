import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { csvUsage } from "@tagledger/adapters/usage/csv";
import type { Bills, Hash, Usage } from "@tagledger/core/ports";
import { showProgress } from "./progress.ts";

/** The outside world of the command line. */
export interface CliPorts {
  readonly bills: Bills;
  readonly usage: Usage;
  readonly hash: Hash;
}

/** Puts the real adapters together: the one place that does. */
export function compose(): CliPorts {
  return { bills: duckdbBills(showProgress), usage: csvUsage(), hash: nodeHash };
}
