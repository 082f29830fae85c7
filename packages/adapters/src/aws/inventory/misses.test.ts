import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { describe, expect, test } from "vitest";
import { isNamed, isOfMember, missOf } from "./misses.ts";
import { awsError } from "./testing/make-sought.ts";

describe("an error", () => {
  const bucket = typeFacts("s3:bucket");
  const database = typeFacts("rds:db");

  test.each([
    ["that nothing is there", bucket, awsError("NoSuchBucket"), "absent"],
    [
      "that says so by its code only",
      database,
      awsError("DBInstanceNotFoundFault", { Code: "DBInstanceNotFound" }),
      "absent",
    ],
    ["that says to slow down", bucket, awsError("SlowDown"), "throttled"],
    ["of too many requests", bucket, awsError("ThrottlingException"), "throttled"],
    ["of a status only", bucket, awsError("Whatever", { $metadata: { httpStatusCode: 429 } }), "throttled"],
    ["of EC2 where we may not ask", bucket, awsError("UnauthorizedOperation"), "denied"],
    ["of JSON services where we may not ask", bucket, awsError("AccessDeniedException"), "denied"],
    ["of credentials that are none", bucket, awsError("CredentialsProviderError"), "denied"],
    [
      "that is no more than forbidden",
      bucket,
      awsError("Forbidden", { $metadata: { httpStatusCode: 403 } }),
      "denied",
    ],
    ["that a resource is not ready", database, awsError("InvalidDBInstanceStateFault"), "not-ready"],
    ["of the service", bucket, awsError("InternalError", { $fault: "server" }), "failed"],
    ["of the network", bucket, Object.assign(new Error("read"), { code: "ECONNRESET" }), "failed"],
    ["that is none", bucket, "no", "failed"],
  ])("%s is %s", (_, facts, error, miss) => {
    expect(missOf(error, facts, facts.liveTags.read.gone)).toBe(miss);
  });

  test("that says both that it is gone and that it is not there yet counts as gone", () => {
    const table = typeFacts("dynamodb:table");
    expect(missOf(awsError("ResourceNotFoundException"), table, table.liveTags.read.gone)).toBe("absent");
  });

  test("goes by its name without the ending that a protocol adds", () => {
    expect(isNamed(awsError("ResourceNotFound"), ["ResourceNotFoundException"])).toBe(true);
    expect(isNamed(awsError("ResourceNotFoundExceptional"), ["ResourceNotFound"])).toBe(false);
  });

  test.each([
    ["of a bad id", awsError("InvalidFleetId.Malformed"), true],
    ["of being too many", awsError("RequestLimitExceeded"), false],
    ["of not being allowed", awsError("UnauthorizedOperation"), false],
    ["of the service", awsError("InternalError", { $fault: "server" }), false],
    ["of the network", new Error("read"), false],
  ])("%s may be that of one member: %s", (_, error, is) => {
    expect(isOfMember(error)).toBe(is);
  });
});
