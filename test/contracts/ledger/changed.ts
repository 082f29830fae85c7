import { ARN } from "@tagledger/core/ledger/testing/records";
import type { LedgerWrite } from "@tagledger/core/ledger/write";

type ResourceWrite = LedgerWrite & { kind: "resource" };

/** The write that changes what is given, and else only the version of a history, the first unless said otherwise. */
export function changed(given: Partial<ResourceWrite>): ResourceWrite {
  const nothing = { incarnations: [], accruals: [], removed: [], facts: [] };
  return { kind: "resource", resource: ARN, version: 0, ...nothing, ...given };
}
