import { parsePeriod } from "@tagledger/core/costs/period";
import { badInput } from "@tagledger/core/errors";
import type { SnapshotState } from "@tagledger/core/snapshots/state";
import { Command } from "commander";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print, terminalWidth } from "../output.ts";
import { snapshotsText } from "../snapshots/snapshots-text.ts";

interface SnapshotsOptions {
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger snapshots [PERIOD]`: lists the snapshots of months, and which is read. */
export function snapshotsCommand(): Command {
  return new Command("snapshots")
    .description(
      "list the snapshots of each month and basis: which is read, which were, and what they are made of",
    )
    .argument("[period]", "a month, as 2026-09 (default: all)")
    .addOption(ledgerOption())
    .option("--json", "the same for programs, with whole hashes")
    .action(listSnapshots);
}

async function listSnapshots(period: string | undefined, { ledger, json }: SnapshotsOptions): Promise<void> {
  const month = period === undefined ? undefined : parsePeriod(period).name;
  await withLedger(ledger, async ({ snapshots }) => {
    const states = (await snapshots.states()).filter(
      (state) => month === undefined || state.period === month,
    );
    const known = states.filter((state) => state.snapshots.length > 0);
    if (known.length === 0)
      throw badInput(`${month ?? "the ledger"}: there is no snapshot; tagledger allocate makes them`);
    await print(
      json === true
        ? `${JSON.stringify(known.map(stateJson), null, 2)}\n`
        : known.map((state) => snapshotsText(state, { width: terminalWidth() })).join("\n"),
    );
  });
}

function stateJson({ period, basis, snapshots, crossed }: SnapshotState) {
  return {
    period,
    basis,
    read: snapshots.at(-1)?.id ?? null,
    snapshots: snapshots.map(({ at, ...entry }) => ({ ...entry, at: new Date(at).toISOString() })),
    crossed,
  };
}
