import { type BillingRule, existing } from "../component.ts";
import { unknownPrice } from "../price.ts";

/** A NAT gateway is charged by the hour; what passes through it, and its addresses, are charged besides. */
export const natGatewayBill: BillingRule = ({ availabilityMode }) => {
  if (availabilityMode === "regional") {
    return unknownPrice(
      "a regional NAT gateway is charged for each zone that it is in, which the event does not tell",
    );
  }
  return { components: [existing("nat-gateway", "zonal")] };
};
