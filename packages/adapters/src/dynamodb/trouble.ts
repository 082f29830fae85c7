import { TagledgerError } from "@tagledger/core/errors";
import { isContention } from "./contention.ts";
import type { Place } from "./place.ts";

/** What goes wrong and what to do about it, by what AWS, its SDK or Node calls it. */
const EXPLANATIONS: Readonly<Record<string, readonly string[]>> = {
  "does not exist: check its name, the region and the account": ["ResourceNotFoundException"],
  "exists already": ["ResourceInUseException"],
  "needs credentials that AWS accepts: sign in, or check the profile": [
    "CredentialsProviderError",
    "ExpiredTokenException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "TokenProviderError",
    "UnrecognizedClientException",
  ],
  "may not be used with these credentials: have access granted": ["AccessDeniedException"],
  "cannot be reached: check the network and the region": [
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ENOTFOUND",
    "EPIPE",
    "ETIMEDOUT",
    "TimeoutError",
  ],
  "is asked for more than it may answer: try again later, or raise its limits": [
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "ThrottlingException",
  ],
  "does not work at the moment: try again later": ["InternalServerError", "ServiceUnavailable"],
};
const WRONG_KEYS = /index|key/i;
const NO_REGION = /^Region is missing/;

/** Does something with a table; what AWS says when it fails is put into words that name the table and its region. */
export async function explained<T>(place: Place, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw await explain(place, error);
  }
}

async function explain({ client, table }: Place, error: unknown): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  const what = explanationOf(error);
  if (what === undefined) return error;
  const region = await client.config.region().catch(() => "");
  const where = region === "" ? table : `${table} in ${region}`;
  const message = `the DynamoDB table ${where} ${what} (${error.name}: ${error.message})`;
  return new TagledgerError("outside-failure", message, { table, region }, { cause: error });
}

function explanationOf(error: Error): string | undefined {
  const { name, message } = error;
  if (isContention(error)) return "is written to by too many or too fast: try again later";
  if (name === "ValidationException" && WRONG_KEYS.test(message)) {
    return "is not made for this version of Tagledger: deploy it again";
  }
  if (NO_REGION.test(message)) return "needs a region: set AWS_REGION";
  const known = [name, "code" in error ? String(error.code) : name];
  return Object.entries(EXPLANATIONS).find(([, names]) => known.some((each) => names.includes(each)))?.[0];
}
