import { describe, expect, test } from "vitest";
import { awsError } from "../inventory/testing/make-sought.ts";
import { refusalOf } from "./refusal.ts";

function said(name: string, message: string): Error {
  return Object.assign(awsError(name), { message });
}

describe("an error", () => {
  test.each([
    ["ec2:instance", awsError("InvalidInstanceID.NotFound"), "gone"],
    ["ec2:instance", awsError("IncorrectInstanceState"), "not-ready"],
    ["ec2:instance", awsError("OperationNotPermitted"), "unsupported"],
    ["ec2:instance", awsError("UnsupportedOperation"), "unsupported"],
    ["ec2:instance", awsError("UnsupportedHibernationConfiguration"), "unsupported"],
    ["ec2:instance", awsError("UnauthorizedOperation"), "denied"],
    ["ec2:instance", awsError("RequestLimitExceeded"), "throttled"],
    // The group that it should get is not the instance.
    ["ec2:instance", awsError("InvalidGroup.NotFound"), "not-ready"],
    ["ec2:security-group", awsError("InvalidGroup.NotFound"), "gone"],
    ["rds:db", awsError("InvalidDBInstanceStateFault"), "not-ready"],
    ["rds:db", awsError("DBInstanceNotFoundFault", { Code: "DBInstanceNotFound" }), "gone"],
    ["lambda:function", awsError("ResourceConflictException"), "conflict"],
    ["lambda:function", awsError("TooManyRequestsException"), "throttled"],
    ["lambda:function", awsError("ResourceNotFoundException"), "gone"],
    ["eks:nodegroup", awsError("ResourceInUseException"), "not-ready"],
    ["ecs:service", awsError("ServiceNotActiveException"), "gone"],
    ["autoscaling:autoScalingGroup", awsError("ScalingActivityInProgress"), "not-ready"],
    ["autoscaling:autoScalingGroup", awsError("ResourceContentionFault"), "conflict"],
    [
      "autoscaling:autoScalingGroup",
      said("ValidationError", "AutoScalingGroup name not found - gpu"),
      "gone",
    ],
    ["autoscaling:autoScalingGroup", said("ValidationError", "The launch template does not exist"), "failed"],
    ["autoscaling:autoScalingGroup", said("ValidationError", "Desired capacity must be at most 4"), "failed"],
    ["batch:job-queue", said("ClientException", "gpu does not exist"), "gone"],
    ["batch:job-queue", said("ClientException", "Cannot update, resource is being modified"), "not-ready"],
    ["sagemaker:endpoint", said("ValidationException", 'Could not find endpoint "arn"'), "gone"],
    ["sagemaker:endpoint", said("ValidationException", "Cannot update in-service endpoint"), "failed"],
    ["glue:trigger", awsError("ConcurrentModificationException"), "conflict"],
    ["ec2:instance", awsError("InternalError", { $fault: "server" }), "failed"],
    ["ec2:instance", Object.assign(new Error("read"), { code: "ECONNRESET" }), "failed"],
    ["ec2:instance", "no", "failed"],
  ])("about %s: %s means %s", (type, error, why) => {
    expect(refusalOf(error, type).refused).toBe(why);
  });

  test("is told in the words of the service", () => {
    expect(refusalOf(said("IncorrectState", "is starting"), "ec2:fleet").message).toBe(
      "IncorrectState: is starting",
    );
  });
});
