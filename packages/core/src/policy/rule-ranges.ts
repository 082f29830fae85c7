import type { HeardCall } from "./heard-calls.ts";

/**
 * Where the range of each rule begins, in the order of services and calls. They stand still, so that what joins the
 * catalog changes one rule, and no call moves from one rule to another, which would leave it unheard for a moment.
 * What no longer fits into its range goes into a rule beside it, until a beginning is added in the middle.
 */
const BEGINNINGS = [
  "a",
  "appsync",
  "bedrock",
  "cloudfront",
  "codecommit",
  "datasync",
  "ec2",
  "ec2:D",
  "ecr",
  "elasticfilesystem",
  "events",
  "guardduty",
  "kendra",
  "memorydb",
  "rds",
  "redshift:",
  "sagemaker",
  "sagemaker:D",
  "savingsplans",
  "storagegateway",
] as const;

/** Where calls come in the order of all. */
export function placeOf({ source, name, versioned }: HeardCall): string {
  const service = source?.split(".", 1).join() ?? "";
  return `${service}:${name}${versioned ? "2" : ""}`;
}

/** The name of the range that a call is in. */
export function rangeOf(call: HeardCall): string {
  if (call.source === null) return "of-any-service";
  const place = placeOf(call);
  const beginning = BEGINNINGS.findLast((each) => each <= place) ?? BEGINNINGS[0];
  return `from-${beginning.replace(/:$/, "").replace(":", "-").toLowerCase()}`;
}
