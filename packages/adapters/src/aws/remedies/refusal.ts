import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Refusal, Why } from "@tagledger/core/remediation/refusal";
import { isNamed, missOf } from "../inventory/misses.ts";
import { isNotFound } from "../inventory/sagemaker/not-found.ts";
import { callOf } from "./named-calls.ts";

/** Errors that say one thing, whichever call answers them. */
const SAID: readonly (readonly [Why, readonly string[]])[] = [
  ["gone", ["ServiceNotFound", "ServiceNotActive", "ClusterNotFound"]],
  [
    "conflict",
    [
      "ConcurrentModification",
      "Conflict",
      "IdempotentCallInProgress",
      "InvalidGroup.Duplicate",
      "OperationAborted",
      "ResourceConflict",
      "ResourceContention",
      "UpdateInProgress",
    ],
  ],
  [
    "not-ready",
    [
      "IncorrectInstanceState",
      "IncorrectSpotRequestState",
      "IncorrectState",
      "InsufficientInstanceCapacity",
      "InvalidAMIID.Unavailable",
      "InvalidClusterState",
      "InvalidDBClusterState",
      "InvalidDBInstanceState",
      // One that was just made is not known everywhere at once.
      "InvalidGroup.NotFound",
      "InvalidInstanceState",
      "InvalidParameterState",
      "InvalidState",
      "InvalidTargetCapacity",
      "LimitExceeded",
      "ResourceInUse",
      "ResourceNotReady",
      "ScalingActivityInProgress",
    ],
  ],
  [
    "unsupported",
    [
      "InvalidInstanceAttributeValue",
      // Of an instance with several network interfaces, which the call is not for.
      "InvalidInstanceID",
      "OperationNotPermitted",
      "Unsupported",
      "UnsupportedFeature",
      "UnsupportedHibernationConfiguration",
      "UnsupportedInstanceAttribute",
      "UnsupportedOperation",
    ],
  ],
];

/** Errors that each say many things, so that only their words tell. */
const WORDED: readonly (readonly [Why, readonly string[], RegExp])[] = [
  // Other things may not be found either, as the template that a group launches from.
  ["gone", ["ValidationError"], /\bAutoScalingGroup name not found\b/i],
  ["gone", ["Client"], /\bdoes not exist\b/i],
  [
    "not-ready",
    ["Client", "InvalidRequest", "Validation", "ValidationError"],
    /\b(being (modified|updated)|currently (being|updating|modifying)|in progress)\b/i,
  ],
];

/** Why a call about a resource of a type could not be done, from its error. */
export function refusalOf(error: unknown, type: string): Refusal {
  return { refused: whyOf(error, type), message: wordsOf(error) };
}

function whyOf(error: unknown, type: string): Why {
  const facts = typeFacts(type);
  const gone = [...(facts.exists?.gone ?? []), ...facts.liveTags.read.gone];
  const miss = isNotFound(error) ? "absent" : missOf(error, facts, gone);
  if (miss === "absent") return "gone";
  if (miss === "throttled" || miss === "denied" || miss === "not-ready") return miss;
  const said = SAID.find(([, names]) => isNamed(error, names));
  return said?.[0] ?? wordedWhy(error);
}

function wordedWhy(error: unknown): Why {
  const words = error instanceof Error ? error.message : "";
  const said = WORDED.find(([, names, pattern]) => isNamed(error, names) && pattern.test(words));
  return said?.[0] ?? "failed";
}

function wordsOf(error: unknown): string {
  const call = callOf(error);
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return call === null ? said : `${call}: ${said}`;
}
