import { describe, expect, test } from "vitest";
import { awsError } from "../inventory/testing/make-sought.ts";
import { isOfTags, refusalOf } from "./refusal.ts";

const said = (name: string, message: string) => Object.assign(awsError(name), { message });

describe("a call is refused", () => {
  test.each([
    ["where nothing is there", "s3:bucket", awsError("NoSuchBucket"), "gone"],
    ["by EC2 where an id is unknown", "ec2:route-table", awsError("InvalidRouteTableID.NotFound"), "gone"],
    [
      "by SageMaker, in words, where nothing is there",
      "sagemaker:endpoint",
      said("ValidationException", 'Could not find endpoint "scorer".'),
      "gone",
    ],
    [
      "by services of whose errors nothing is known",
      "ecs:cluster",
      awsError("ResourceNotFoundException"),
      "gone",
    ],
    ["by a busy service", "ec2:instance", awsError("RequestLimitExceeded"), "throttled"],
    ["where we may not", "ec2:instance", awsError("UnauthorizedOperation"), "denied"],
    ["before it is ready", "rds:db", awsError("InvalidDBInstanceStateFault"), "not-ready"],
    ["while it is in use", "kinesis:stream", awsError("ResourceInUseException"), "not-ready"],
    ["while others change it", "s3:bucket", awsError("OperationAborted"), "conflict"],
    ["while others change its tags", "sns:topic", awsError("ConcurrentAccessException"), "conflict"],
    ["where it has no room for more tags", "ecr:repository", awsError("TooManyTagsException"), "unsupported"],
    [
      "where it has no room for more tags of EC2",
      "ec2:instance",
      awsError("TagLimitExceeded"),
      "unsupported",
    ],
    ["where a tag policy forbids the value", "sns:topic", awsError("TagPolicyException"), "unsupported"],
    [
      "where a tag is wrong, by words only",
      "lambda:function",
      said("InvalidParameterValueException", "The tag value contains invalid characters"),
      "unsupported",
    ],
    [
      "where something else is wrong, in what looks like those words",
      "lambda:function",
      said("InvalidParameterValueException", "Invalid ARN arn:aws:lambda:::function:staging"),
      "failed",
    ],
    ["by a service that fails", "s3:bucket", awsError("InternalError", { $fault: "server" }), "failed"],
    ["by the network", "s3:bucket", Object.assign(new Error("read"), { code: "ECONNRESET" }), "failed"],
  ])("%s", (_, type, error, refused) => {
    expect(refusalOf(error, type, "tag:TagResources")).toMatchObject({ refused });
  });

  test("in the words of the service, with the call that it refused", () => {
    const error = said("AccessDenied", "no policy allows it");
    expect(refusalOf(error, "s3:bucket", "s3:TagResource").message).toBe(
      "s3:TagResource: no policy allows it",
    );
    expect(refusalOf("what is this", "s3:bucket", "s3:TagResource").message).toBe(
      "s3:TagResource: what is this",
    );
    const silent = Object.assign(new Error(), { name: "Forbidden" });
    expect(refusalOf(silent, "s3:bucket", "s3:TagResource").message).toBe("s3:TagResource: Forbidden");
  });
});

test("tags that are wrong are so for any resource, too many tags only for one", () => {
  expect(isOfTags(awsError("InvalidTag"))).toBe(true);
  expect(isOfTags(said("InvalidParameterValue", "Tag keys may not be longer than 128"))).toBe(true);
  expect(isOfTags(awsError("TagLimitExceeded"))).toBe(false);
  expect(isOfTags(said("InvalidInstanceID.Malformed", "Invalid id"))).toBe(false);
});
