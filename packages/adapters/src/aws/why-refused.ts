import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Why } from "@tagledger/core/remediation/refusal";
import { isNamed, missOf } from "./inventory/misses.ts";

/** What an error that says one thing may mean, in the order in which it is asked. */
const MEANINGS = ["gone", "conflict", "not-ready", "unsupported"] as const;

/** Errors by what they mean. */
export type Meanings = Readonly<Record<(typeof MEANINGS)[number], readonly string[]>>;

/** Errors that mean the same whatever is called. */
const OF_ALL: Meanings = {
  gone: [],
  conflict: [
    "ConcurrentModification",
    "Conflict",
    "OperationAborted",
    "ResourceConflict",
    "ResourceContention",
  ],
  "not-ready": [
    "IncorrectInstanceState",
    "IncorrectState",
    "InvalidState",
    "ResourceInUse",
    "ResourceNotReady",
  ],
  unsupported: ["OperationNotPermitted", "UnsupportedOperation"],
};

/**
 * Why a call about a resource of a type was refused, as far as the error's name tells; null where it does not.
 *
 * @param isMissing whether it is known already that the resource is not there
 * @param own errors that mean this of such calls only
 * @example whyRefused(Object.assign(new Error(), { name: "Throttling" }), "s3:bucket", false, own) // "throttled"
 */
export function whyRefused(error: unknown, type: string, isMissing: boolean, own: Meanings): Why | null {
  const facts = typeFacts(type);
  const gone = [...(facts.exists?.gone ?? []), ...facts.liveTags.read.gone];
  const miss = isMissing ? "absent" : missOf(error, facts, gone);
  if (miss === "absent") return "gone";
  if (miss === "throttled" || miss === "denied" || miss === "not-ready") return miss;
  return MEANINGS.find((why) => isNamed(error, [...OF_ALL[why], ...own[why]])) ?? null;
}
