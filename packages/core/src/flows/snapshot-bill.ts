import type { ChargeNeeds } from "../costs/query.ts";
import { badInput, TagledgerError } from "../errors.ts";
import type { Bill } from "../ports.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import { type StoredBillPorts, storedBills } from "./stored-bills.ts";

/**
 * Opens the versions of bills that a snapshot was made of.
 *
 * @throws bad-input where one of them is not kept any more
 */
export async function openSnapshotBill(
  ports: StoredBillPorts,
  { period, config, bills, basis }: Pick<Snapshot, "period" | "config" | "bills" | "basis">,
  needs: ChargeNeeds,
): Promise<Bill> {
  const versions = await ports.records.versions(period);
  for (const { export: name, version, sequence } of bills) {
    if (!versions.some((each) => each.export === name && each.id === version))
      throw badInput(`version ${sequence} of ${name} ${period} is not known any more`, { version });
  }
  return storedBills(ports, { period, config, versions: bills }).open([], { basis, needs });
}

/** What something gives, or why what it needs is gone. */
export async function ifKept<Kept>(read: () => Promise<Kept>): Promise<Kept | { readonly gone: string }> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TagledgerError && error.code === "bad-input") return { gone: error.message };
    throw error;
  }
}
