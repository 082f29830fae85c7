import { dirname } from "node:path";
import type { Basis } from "@tagledger/core/costs/charge";
import type { ChargeNeeds } from "@tagledger/core/costs/query";
import { badInput } from "@tagledger/core/errors";
import { divideAtOnce } from "@tagledger/core/flows/divide-at-once";
import { findSnapshot, readSnapshot } from "@tagledger/core/flows/find-snapshot";
import { ifKept, openSnapshotBill } from "@tagledger/core/flows/snapshot-bill";
import type { Bill } from "@tagledger/core/ports";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { keptBills } from "../bills/ports.ts";
import { compose } from "../compose.ts";
import { findConfig } from "../config-file.ts";
import { withLedger } from "../named-ledger.ts";
import { note } from "../output.ts";
import { endProgress } from "../progress.ts";
import { handedIn } from "../usage/handed-in.ts";

/** Which division is looked at: a snapshot of a ledger, or a bill on disk that is divided at once. */
export interface SourceOptions {
  readonly snapshot?: string;
  readonly period?: string | undefined;
  readonly basis: Basis;
  readonly ledger?: string;
  readonly cells?: string;
  readonly bill?: string[];
  readonly usage?: string[];
  readonly config?: string;
  readonly currency?: string;
}

/** A division, and the bill that it is of. */
export interface Looked {
  readonly snapshot: Snapshot;
  /** Null where the bill is not kept any more. */
  readonly open: (needs: ChargeNeeds) => Promise<Bill | null>;
}

/**
 * Does something with the division that was named.
 *
 * @throws bad-input where there is none
 */
export async function withDivision<T>(
  options: SourceOptions,
  use: (looked: Looked) => Promise<T>,
): Promise<T> {
  if (options.bill !== undefined) return use(await dividedNow(options, options.bill));
  for (const name of ["usage", "currency"] as const)
    if (options[name] !== undefined)
      throw badInput(`--${name}: a snapshot has its own; only a bill that --bill names takes one`);
  if (options.config !== undefined) note("note: a snapshot stands by its own configuration, not by --config");
  return withLedger(options.ledger, async (opened) => {
    const { basis, period } = options;
    const snapshot =
      options.snapshot === undefined
        ? await readSnapshot(opened.snapshots, { period, basis })
        : await findSnapshot(opened.snapshots, options.snapshot);
    return use({
      snapshot,
      async open(needs) {
        const ports = { ...(await keptBills(opened, options.cells)), snapshots: opened.snapshots };
        const bill = await ifKept(() => openSnapshotBill(ports, snapshot, needs));
        if (!("gone" in bill)) return bill;
        endProgress();
        note(`note: no lines of the bill are told: ${bill.gone}`);
        return null;
      },
    });
  });
}

async function dividedNow(options: SourceOptions, bill: readonly string[]): Promise<Looked> {
  if (options.ledger !== undefined || options.snapshot !== undefined)
    throw badInput(
      "--bill divides a bill at once; --ledger and --snapshot look at what was kept: give the one or the other",
    );
  const ports = compose();
  const config = await findConfig(options.config);
  const folder = options.config === undefined ? "." : dirname(options.config);
  const { basis, period, currency } = options;
  const usage = options.usage ?? handedIn(config, folder);
  const request = { config, bill, usage, period, currency: currency?.toUpperCase(), basis, now: Date.now() };
  const snapshot = await divideAtOnce(ports, request);
  return { snapshot, open: (needs) => ports.bills.open(bill, { basis, needs }) };
}
