import type { Refusal, Why } from "@tagledger/core/remediation/refusal";
import { isNamed } from "../inventory/misses.ts";
import { isNotFound } from "../inventory/sagemaker/not-found.ts";
import { type Meanings, whyRefused } from "../why-refused.ts";
import { callOf } from "./named-calls.ts";

/** Errors that mean this of calls by which remedies look and set. */
const SAID: Meanings = {
  gone: ["ServiceNotFound", "ServiceNotActive", "ClusterNotFound"],
  conflict: ["IdempotentCallInProgress", "InvalidGroup.Duplicate", "UpdateInProgress"],
  "not-ready": [
    "IncorrectSpotRequestState",
    "InsufficientInstanceCapacity",
    "InvalidAMIID.Unavailable",
    "InvalidClusterState",
    "InvalidDBClusterState",
    "InvalidDBInstanceState",
    // One that was just made is not known everywhere at once.
    "InvalidGroup.NotFound",
    "InvalidInstanceState",
    "InvalidParameterState",
    "InvalidTargetCapacity",
    "LimitExceeded",
    "ScalingActivityInProgress",
  ],
  unsupported: [
    "InvalidInstanceAttributeValue",
    // Of an instance with several network interfaces, which the call is not for.
    "InvalidInstanceID",
    "Unsupported",
    "UnsupportedFeature",
    "UnsupportedHibernationConfiguration",
    "UnsupportedInstanceAttribute",
  ],
};

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
  return whyRefused(error, type, isNotFound(error), SAID) ?? wordedWhy(error);
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
