import type { KnownFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";

/** What services, the SDK and its credentials call the same thing. */
const THROTTLED = [
  "BandwidthLimitExceeded",
  "EC2Throttled",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
  "RequestThrottled",
  "SlowDown",
  "Throttled",
  "Throttling",
  "TooManyRequests",
];
const DENIED = [
  "AccessDenied",
  "AllAccessDisabled",
  "AuthFailure",
  "Authorization",
  "AuthorizationError",
  "CredentialsProviderError",
  "ExpiredToken",
  "IncompleteSignature",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "InvalidSignature",
  "MissingAuthenticationToken",
  "NotAuthorized",
  "OptInRequired",
  "SignatureDoesNotMatch",
  "TokenProviderError",
  "UnauthorizedAccess",
  "UnauthorizedOperation",
  "UnrecognizedClient",
];

/**
 * Why a look failed, from the error of a call about resources of a type.
 *
 * @param gone the errors by which that call says that what it is asked for is not there
 * @example missOf(Object.assign(new Error(), { name: "NoSuchBucket" }), typeFacts("s3:bucket"), ["NoSuchBucket"]) // "absent"
 */
export function missOf(error: unknown, { readiness }: KnownFacts, gone: readonly string[]): Miss {
  const says = (names: readonly string[]) => isNamed(error, names);
  if (says(gone)) return "absent";
  if (says(THROTTLED) || statusOf(error) === 429) return "throttled";
  if (says(DENIED)) return "denied";
  if (readiness.refusal !== undefined && says([readiness.refusal])) return "not-ready";
  return statusOf(error) === 403 ? "denied" : "failed";
}

/** Whether an error goes by one of some names; the SDK adds and drops endings as each protocol has them. */
export function isNamed(error: unknown, names: readonly string[]): boolean {
  const said = namesOf(error).map(stem);
  return names.some((name) => said.includes(stem(name)));
}

/** Whether one of several that were asked for may be at fault, so that the others may do better without it. */
export function isOfMember(error: unknown): boolean {
  return isObject(error) && error.$fault === "client" && !isNamed(error, [...THROTTLED, ...DENIED]);
}

/** What an error is called: its class, and what the service itself said. */
function namesOf(error: unknown): string[] {
  if (!isObject(error)) return [];
  return [error.name, error.Code, error.code].filter((name) => typeof name === "string");
}

function stem(name: string): string {
  return name.replace(/(Exception|Fault)$/, "");
}

function statusOf(error: unknown): unknown {
  const metadata = isObject(error) ? error.$metadata : undefined;
  return isObject(metadata) ? metadata.httpStatusCode : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
