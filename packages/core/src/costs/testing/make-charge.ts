import type { ChargeFacts } from "../charge.ts";

/** The facts of a charge in tests; what is not given the bill leaves empty. */
export function makeFacts(given: Partial<ChargeFacts> = {}): ChargeFacts {
  return {
    account: "",
    region: "",
    service: "",
    serviceName: "",
    usageType: "",
    lineItemType: "Usage",
    unusedCommitment: false,
    resource: "",
    principal: "",
    invoice: "",
    issuer: "",
    tags: [],
    ...given,
  };
}
