import { RESERVATIONS, RETURNED_PLAN } from "../../company/commitments.ts";
import { REGIONS } from "../../company/regions.ts";
import { toText } from "../../decimal.ts";
import { type Call, change } from "../call.ts";
import { uuidOf } from "../ids.ts";
import { permitted } from "../people.ts";

/** What finance bought and gave back in the month. */
export function* commitments(): Iterable<Call> {
  const { id: savingsPlanId, account, upfront, bought, returned } = RETURNED_PLAN;
  const region = REGIONS.virginia;
  const finance = { account, region, by: permitted(account, "billing", "petra.lindgren") };
  const request = {
    savingsPlanOfferingId: uuidOf("compute, one year, all upfront"),
    commitment: "1.0",
    upfrontPaymentAmount: toText(upfront),
  };
  yield change({ ...finance, at: bought.from + 61 }, "savingsplans", "CreateSavingsPlan", request, {
    savingsPlanId,
  });
  yield change({ ...finance, at: returned.from + 122 }, "savingsplans", "ReturnSavingsPlan", {
    savingsPlanId,
  });

  const { arn, account: owner, count, term } = RESERVATIONS.cache;
  const reservedCacheNodeId = arn.slice(arn.lastIndexOf(":") + 1);
  const asked = {
    reservedCacheNodesOfferingId: uuidOf("cache, one year, all upfront"),
    reservedCacheNodeId,
    cacheNodeCount: count,
  };
  const buyer = {
    account: owner,
    region,
    by: permitted(owner, "billing", "petra.lindgren"),
  };
  yield change({ ...buyer, at: term.from + 5 }, "elasticache", "PurchaseReservedCacheNodesOffering", asked, {
    reservedCacheNodeId,
    reservationARN: arn,
    state: "payment-pending",
  });
}
