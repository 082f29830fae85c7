import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Refusal, Why } from "@tagledger/core/remediation/refusal";
import { isNamed } from "../inventory/misses.ts";
import { isNotFound } from "../inventory/sagemaker/not-found.ts";
import { type Meanings, whyRefused } from "../why-refused.ts";

/** Errors that mean this of calls that tag. */
const SAID: Meanings = {
  gone: [],
  conflict: ["ConcurrentAccess", "ConcurrentUpdate", "ConflictingOperation", "StaleTag"],
  "not-ready": ["UpdateInProgress"],
  // It cannot be done to a resource like this, or it has no room for more.
  unsupported: [
    "InvalidTag",
    "InvalidTagKey",
    "InvalidTagParameter",
    "MethodNotAllowed",
    "NotImplemented",
    "TagLimitExceeded",
    "TagPolicy",
    "TagPolicyViolation",
    "TooManyTags",
    "UnsupportedResourceType",
  ],
};
/** What is asked for makes no sense; of tags, only the words tell. */
const INVALID = [
  "BadRequest",
  "Client",
  "InvalidArgument",
  "InvalidInput",
  "InvalidParameter",
  "InvalidParameterValue",
  "InvalidRequest",
  "LimitExceeded",
  "Validation",
  "ValidationError",
];
const OF_TAGS = /\btag(s|ging)?\b|\btag ?(key|value)s?\b/i;

/**
 * Why a call about a resource of a type was refused, for people in the service's own words.
 *
 * @example refusalOf(Object.assign(new Error("busy"), { name: "Throttling" }), "s3:bucket", "s3:TagResource") // { refused: "throttled", message: "s3:TagResource: busy" }
 */
export function refusalOf(error: unknown, type: string, call: Call): Refusal {
  return { refused: whyOf(error, type), message: `${call}: ${wordsOf(error)}` };
}

/** Whether it is the tags that a service takes for wrong, so that they are wrong for any resource. */
export function isOfTags(error: unknown): boolean {
  if (
    isNamed(error, ["InvalidTag", "InvalidTagKey", "InvalidTagParameter", "TagPolicy", "TagPolicyViolation"])
  ) {
    return true;
  }
  return isNamed(error, INVALID) && OF_TAGS.test(wordsOf(error));
}

function whyOf(error: unknown, type: string): Why {
  const why = whyRefused(error, type, isUnknown(error, type), SAID);
  return why ?? (isOfTags(error) ? "unsupported" : "failed");
}

/** Whether a service says that something is not there where the catalog knows no such error of the type. */
function isUnknown(error: unknown, type: string): boolean {
  if (isNamed(error, ["ResourceNotFound", "ClusterNotFound"])) return true;
  if (type.startsWith("ec2:")) return error instanceof Error && error.name.endsWith(".NotFound");
  return type.startsWith("sagemaker:") && isNotFound(error);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === "" ? error.name : error.message;
}
