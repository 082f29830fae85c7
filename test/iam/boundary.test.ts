import { sizeOf } from "@tagledger/core/policy/iam/document";
import { memberPolicies } from "@tagledger/core/policy/own-iam";
import { describe, expect, test } from "vitest";
import { actionOf, soleExample } from "./actions.ts";
import { ALL, here } from "./asking.ts";
import { allowedActions } from "./granted.ts";
import { mayDo } from "./may-do.ts";
import { EVERYTHING, HOME, MEMBER, REACH } from "./settings.ts";

describe("the boundary of a member account's roles", () => {
  const { boundary, remediation, reader } = memberPolicies(EVERYTHING, {
    ...REACH,
    home: HOME,
    account: MEMBER,
  });

  test("lets the roles do all that their policies allow", async () => {
    for (const documents of [remediation, reader]) {
      for (const name of allowedActions(documents)) {
        const action = await actionOf(name);
        const resource = action === null ? "*" : soleExample(action, MEMBER);
        expect(await mayDo([ALL], { action: name, resource, account: MEMBER, boundary }), name).toBe(true);
      }
    }
  });

  test("lets them do nothing final, tell no secret and change no right, whatever policy they are given", async () => {
    const never = [
      ["ec2:TerminateInstances", here("ec2", "instance/i-1", MEMBER)],
      ["sagemaker:StopTrainingJob", here("sagemaker", "training-job/a", MEMBER)],
      ["secretsmanager:GetSecretValue", here("secretsmanager", "secret:a-1", MEMBER)],
      ["ssm:GetParameter", here("ssm", "parameter/a", MEMBER)],
      ["ssm:StartAutomationExecution", here("ssm", "automation-definition/a:1", MEMBER)],
      ["ssm:PutParameter", here("ssm", "parameter/a", MEMBER)],
      ["lambda:UpdateFunctionConfiguration", here("lambda", "function:a", MEMBER)],
      ["lambda:InvokeFunction", here("lambda", "function:a", MEMBER)],
      ["ec2:RunInstances", here("ec2", "instance/i-1", MEMBER)],
      ["ec2:AuthorizeSecurityGroupEgress", here("ec2", "security-group/sg-1", MEMBER)],
      ["s3:PutObject", "arn:aws:s3:::features/a"],
      ["s3:DeleteObject", "arn:aws:s3:::features/a"],
      ["s3:PutBucketAcl", "arn:aws:s3:::features"],
      ["events:PutTargets", here("events", "rule/a", MEMBER)],
      ["states:StartExecution", here("states", "stateMachine:a", MEMBER)],
      ["ecs:RunTask", here("ecs", "task-definition/a:1", MEMBER)],
      ["glue:StartJobRun", here("glue", "job/a", MEMBER)],
      ["codebuild:StartBuild", here("codebuild", "project/a", MEMBER)],
      ["sagemaker:CreateNotebookInstance", here("sagemaker", "notebook-instance/a", MEMBER)],
      ["iam:CreateRole", `arn:aws:iam::${MEMBER}:role/a`],
      ["sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/a`],
    ] as const;
    for (const [action, resource] of never) {
      expect(await mayDo([ALL], { action, resource, account: MEMBER, boundary }), action).toBe(false);
    }
  });

  test("ends at the regions that are looked at", async () => {
    const ask = { action: "ec2:DescribeInstances", account: MEMBER, boundary };
    expect(await mayDo([ALL], ask)).toBe(true);
    expect(await mayDo([ALL], { ...ask, region: "us-west-2" })).toBe(false);
  });

  test("fits", () => expect(sizeOf(boundary)).toBeLessThanOrEqual(6_144));
});
