import type { ChargeNeeds } from "../costs/query.ts";
import { badInput } from "../errors.ts";
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
