import type { ChargeGroup } from "../charge.ts";

const BY_TYPE: ReadonlyMap<string, string> = new Map([
  ["SavingsPlanCoveredUsage", "Savings Plan"],
  ["DiscountedUsage", "Reserved Instance"],
]);

/** What commitments cover together, and what pooling therefore evens out: usage of one service under one type of commitment. */
export interface Cover {
  readonly type: string;
  /** The provider's code; empty where nothing looks at services. */
  readonly service: string;
}

/**
 * The commitment that covered a charge; null where none did.
 *
 * @example coverOf({ lineItemType: "DiscountedUsage", service: "AmazonEC2", … }) // { type: "Reserved Instance", service: "AmazonEC2" }
 */
export function coverOf({ lineItemType, service, commitment = "" }: ChargeGroup): Cover | null {
  const type = BY_TYPE.get(lineItemType) ?? commitment;
  return type === "" ? null : { type, service };
}
