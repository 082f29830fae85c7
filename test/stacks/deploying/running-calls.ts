import { type Calls, OURS } from "./calls-of-type.ts";

const queue = { on: [`arn:aws:sqs:REGION:ACCOUNT:${OURS}-*`] };
const role = { on: [`arn:aws:iam::ACCOUNT:role/${OURS}-*`] };
const made = { on: [`arn:aws:lambda:REGION:ACCOUNT:function:${OURS}-*`] };

/** For what runs, what feeds it, and what it may do. */
export const RUNNING_CALLS: Readonly<Record<string, Calls>> = {
  "aws:iam/policy:Policy": {
    on: [`arn:aws:iam::ACCOUNT:policy/${OURS}-*`],
    actions: [
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:GetPolicy",
      "iam:GetPolicyVersion",
      "iam:ListEntitiesForPolicy",
      "iam:ListPolicyTags",
      "iam:ListPolicyVersions",
      "iam:TagPolicy",
      "iam:UntagPolicy",
    ],
  },
  "aws:iam/role:Role": {
    ...role,
    actions: [
      "iam:AttachRolePolicy",
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:ListRoleTags",
      "iam:PutRolePolicy",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ],
  },
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    on: ["arn:aws:lambda:REGION:ACCOUNT:event-source-mapping:*"],
    actions: [
      "lambda:CreateEventSourceMapping",
      "lambda:DeleteEventSourceMapping",
      "lambda:GetEventSourceMapping",
      "lambda:ListTags",
      "lambda:TagResource",
      "lambda:UntagResource",
      "lambda:UpdateEventSourceMapping",
    ],
  },
  "aws:lambda/function:Function": {
    ...made,
    actions: [
      "lambda:CreateFunction",
      "lambda:DeleteFunction",
      "lambda:DeleteFunctionConcurrency",
      "lambda:GetFunction",
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:GetFunctionConcurrency",
      "lambda:GetFunctionConfiguration",
      "lambda:ListTags",
      "lambda:ListVersionsByFunction",
      "lambda:PutFunctionConcurrency",
      "lambda:TagResource",
      "lambda:UntagResource",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
    ],
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    ...made,
    actions: [
      "lambda:DeleteFunctionEventInvokeConfig",
      "lambda:GetFunctionEventInvokeConfig",
      "lambda:PutFunctionEventInvokeConfig",
    ],
  },
  "aws:scheduler/schedule:Schedule": {
    on: [`arn:aws:scheduler:REGION:ACCOUNT:schedule/default/${OURS}-*`],
    actions: [
      "scheduler:CreateSchedule",
      "scheduler:DeleteSchedule",
      "scheduler:GetSchedule",
      "scheduler:UpdateSchedule",
    ],
  },
  "aws:sqs/queue:Queue": {
    ...queue,
    actions: [
      "sqs:CreateQueue",
      "sqs:DeleteQueue",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ListQueueTags",
      "sqs:SetQueueAttributes",
      "sqs:TagQueue",
      "sqs:UntagQueue",
    ],
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    ...queue,
    actions: ["sqs:GetQueueAttributes", "sqs:SetQueueAttributes"],
  },
};
