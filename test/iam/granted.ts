import type { Config } from "@tagledger/core/config/definition";
import { billsToDivide } from "@tagledger/core/policy/iam/bill-stores";
import { documentOf, type PolicyDocument, type Statement } from "@tagledger/core/policy/iam/document";
import { OWN_FUNCTIONS, type OwnFunction } from "@tagledger/core/policy/iam/stores";
import { memberPolicies, reachPolicies, storeStatements } from "@tagledger/core/policy/own-iam";
import { HOME, MEMBER, REACH, STORES } from "./settings.ts";

export const FUNCTIONS: readonly OwnFunction[] = OWN_FUNCTIONS;

/** Who asks AWS: a function, or a role of a member account that it takes on. */
export type Asker = OwnFunction | "reader" | "remediation";

export const ASKERS: readonly Asker[] = [...FUNCTIONS, "reader", "remediation"];

/** All that somebody may do under a configuration. */
export function granted(asker: Asker, config: Config): readonly PolicyDocument[] {
  if (asker === "reader" || asker === "remediation") {
    return memberPolicies(config, { ...REACH, home: HOME, account: MEMBER })[asker];
  }
  const stores = asker === "allocate" ? { ...STORES, bills: billsToDivide(STORES.bills, config) } : STORES;
  return [documentOf(storeStatements(asker, stores)), ...reachPolicies(asker, config, REACH)];
}

/** The account that somebody is in. */
export function accountOf(asker: Asker): string {
  return asker === "reader" || asker === "remediation" ? MEMBER : HOME;
}

export function statementsIn(documents: readonly PolicyDocument[]): readonly Statement[] {
  return documents.flatMap(({ Statement }) => Statement);
}

/** What is allowed, by name. */
export function allowedActions(documents: readonly PolicyDocument[]): readonly string[] {
  const allowed = statementsIn(documents).filter(({ Effect }) => Effect === "Allow");
  return [...new Set(allowed.flatMap(({ Action }) => Action))].sort();
}
