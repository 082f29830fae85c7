import { canonicalConfig } from "../../config/canonical.ts";
import type { Basis } from "../../costs/charge.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { TagledgerError } from "../../errors.ts";
import type { Report } from "../../reports/report.ts";
import { type Between, differenceBetween, type SnapshotDifference } from "../../snapshots/difference.ts";
import type { Snapshot, SnapshotBill } from "../../snapshots/snapshot.ts";
import { usageKey } from "../../snapshots/usage-order.ts";
import { divide } from "../divide.ts";
import { storedBills } from "../stored-bills.ts";
import type { AllocatePorts, AllocateRequest } from "./request.ts";

/** What was divided now. */
export interface Now {
  readonly report: Report;
  readonly usage: readonly UsageRow[];
  readonly bills: readonly SnapshotBill[];
  readonly basis: Basis;
}

/**
 * What changed since the snapshot before, and how much of it the bill, usage and the configuration did, one exchanged after
 * the other; without causes where the bill does not tell any more what the rules of before ask for.
 */
export async function sinceBefore(
  ports: AllocatePorts,
  { config }: Pick<AllocateRequest, "config">,
  before: Snapshot,
  now: Now,
): Promise<SnapshotDifference | null> {
  // Amounts in two currencies cannot be held against each other.
  if (before.currency !== now.report.currency) return null;
  const isSame = {
    bill: billText(before.bills) === billText(now.bills),
    usage: usageText(before.usage) === usageText(now.usage),
    config: canonicalConfig(before.config) === canonicalConfig(config),
  };
  const oldRules = (usage: readonly UsageRow[]) => dividedAs(ports, before, { ...now, usage });
  try {
    const bill = isSame.bill
      ? before.report
      : isSame.usage && isSame.config
        ? now.report
        : await oldRules(before.usage);
    const usage = isSame.config ? now.report : isSame.usage ? bill : await oldRules(now.usage);
    return differenceBetween(before.id, before.report, now.report, { bill, usage } satisfies Between);
  } catch (error) {
    if (!(error instanceof TagledgerError) || error.code !== "bad-input") throw error;
    return differenceBetween(before.id, before.report, now.report, null);
  }
}

/** The bill of now, divided by usage and the rules of before. */
async function dividedAs(
  ports: AllocatePorts,
  { config, period }: Snapshot,
  { bills: versions, basis, usage }: Now,
): Promise<Report> {
  const bills = storedBills(ports, { period, config, versions });
  return (await divide({ bills, hash: ports.hash }, { bill: [], config, usage, basis, period })).report;
}

function billText(bills: readonly SnapshotBill[]): string {
  return JSON.stringify(bills.map(({ export: name, version }) => [name, version]).sort());
}

function usageText(rows: readonly UsageRow[]): string {
  return JSON.stringify(rows.map((row) => usageKey({ ...row, place: "" })).sort());
}
