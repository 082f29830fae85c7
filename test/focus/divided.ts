import { type MemoryCharge, memoryBills } from "@tagledger/adapters/memory/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Config } from "@tagledger/core/config/definition";
import type { Basis } from "@tagledger/core/costs/charge";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { badInput } from "@tagledger/core/errors";
import { type FocusResult, focusReport } from "@tagledger/core/flows/focus-report";
import type { Bills } from "@tagledger/core/ports";
import type { Where } from "@tagledger/core/reports/report";

/** What is asked of a bill. */
export interface Asked {
  readonly basis?: Basis;
  readonly where?: Where;
  /** Bases that the bill does not hold. */
  readonly lacking?: readonly Basis[];
}

/** Divides a bill as `report --format focus` does. */
export function divided(
  charges: readonly MemoryCharge[],
  config: Config,
  usage: readonly UsageRow[],
  { basis = "effective", where = {}, lacking = [] }: Asked = {},
): Promise<FocusResult> {
  const bills = without(memoryBills(charges), lacking);
  const ports = { bills, usage: { read: async () => usage }, hash: nodeHash };
  const request = { config, bill: [], usage: [], currency: "USD", basis, groupBy: [], where };
  return focusReport(ports, request);
}

function without(bills: Bills, lacking: readonly Basis[]): Bills {
  return {
    open(paths, options) {
      if (lacking.includes(options.basis)) throw badInput(`the bill holds no ${options.basis} cost`);
      return bills.open(paths, options);
    },
  };
}
