import { chargeNeeds } from "../../costs/query.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import { sideBySide } from "../../snapshots/detail-rows.ts";
import type { HeardPlaces } from "../../snapshots/heard-places.ts";
import { makeDetails } from "../../snapshots/make-details.ts";
import type { Divided } from "../divide.ts";
import { openStored, type StoredBillChoice, type StoredBillPorts } from "../stored-bills.ts";

interface Ports extends StoredBillPorts {
  readonly snapshots: Pick<SnapshotRecords, "keepDetails">;
}

/**
 * Keeps what the money of each holder is made of: the days of the bill where its charges count, and shares of pools.
 *
 * @param places heard while the same versions were divided
 * @throws outside-failure where the days do not come to what was divided
 */
export async function keepDetails(
  ports: Ports,
  choice: Required<StoredBillChoice>,
  divided: Divided,
  places: HeardPlaces,
): Promise<void> {
  const { report, attributed, commitments, allocation, snapshot } = divided;
  const options = { basis: report.basis, needs: chargeNeeds(choice.config) };
  const bills = await openStored(ports, choice, options);
  try {
    const all = bills.reduce((count, bill) => count + bill.combinations, 0);
    const { combinations, destinations } = places.ordered(attributed.totals, all);
    let first = 0;
    const rows = bills.map((bill) => {
      const own = combinations.slice(first, first + bill.combinations);
      first += bill.combinations;
      return bill.days(own);
    });
    const input = {
      destinations,
      followed: attributed.followed,
      pooled: commitments?.pooled === true ? commitments.borne : [],
      pools: allocation.pools,
      report,
    };
    await ports.snapshots.keepDetails(snapshot, makeDetails(sideBySide(rows), input));
  } finally {
    for (const bill of bills) await bill.close();
  }
}
