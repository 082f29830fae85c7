import { arnFacts } from "@tagledger/core/catalog/arn";
import type { Sought, Tagging } from "@tagledger/core/ports";

/** A resource of which only the ARN is known. */
export function soughtOf(arn: string): Sought {
  return { resource: arn, arn, ...arnFacts(arn), account: null, region: null };
}

/** What is written to a resource of which only the ARN is known. */
export function tagTo(arn: string, set: Tagging["set"], remove: readonly string[] = []): Tagging {
  return { target: soughtOf(arn), set, remove };
}
