import type { PolicyKind } from "../../config/definition/costs.ts";
import { isSupport } from "../../config/reading/service.ts";
import type { ChargeFacts } from "../charge.ts";

/** What decides the kind of a charge. */
export type KindFacts = Pick<ChargeFacts, "lineItemType" | "unusedCommitment" | "service" | "serviceName">;

const BY_TYPE: ReadonlyMap<string, PolicyKind> = new Map([
  ["tax", "tax"],
  ["credit", "credit"],
  ["refund", "refund"],
  // What FOCUS calls money given back, or charged again, after the fact.
  ["adjustment", "refund"],
]);

/**
 * The kind of a charge that a policy can place: by its line item type, else support, else unused commitment.
 *
 * @returns undefined for a charge that no policy is about
 * @example kindOf({ lineItemType: "EdpDiscount", ... }) // "discount"
 */
export function kindOf(facts: KindFacts): PolicyKind | undefined {
  const type = facts.lineItemType.toLowerCase();
  const byType = BY_TYPE.get(type) ?? (type.endsWith("discount") ? "discount" : undefined);
  if (byType !== undefined) return byType;
  if (isSupport(facts.service, facts.serviceName)) return "support";
  return facts.unusedCommitment ? "unusedCommitment" : undefined;
}
