import { typeFacts } from "../../catalog/facts-of-type.ts";
import { serviceOf } from "./calls/of-service.ts";
import { documentOf, type PolicyDocument } from "./document.ts";
import { type Grant, statementsOf } from "./grant.ts";
import { inRegions, type Realm } from "./place.ts";
import { TYPES } from "./types.ts";

/** What tells secrets, makes others able to do more, or lets others in. */
const NEVER: readonly string[] = [
  "codebuild:StartBuild*",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:CreateLaunchTemplate*",
  "ec2:RunInstances",
  "ecs:ExecuteCommand",
  "ecs:RegisterTaskDefinition",
  "ecs:RunTask",
  "ecs:StartTask",
  "events:PutEvents",
  "events:PutPermission",
  "events:PutRule",
  "events:PutTargets",
  "glue:StartJobRun",
  "kms:Decrypt",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "lambda:AddPermission",
  "lambda:InvokeFunction",
  "lambda:UpdateFunctionCode",
  "lambda:UpdateFunctionConfiguration",
  "s3:DeleteBucket",
  "s3:DeleteObject*",
  "s3:GetObject*",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutObject*",
  "sagemaker:Create*",
  "secretsmanager:BatchGetSecretValue",
  "secretsmanager:GetSecretValue",
  "secretsmanager:Put*",
  "secretsmanager:UpdateSecret*",
  "ssm:Create*",
  "ssm:GetParameter*",
  "ssm:Put*",
  "ssm:Send*",
  "ssm:Start*",
  "states:StartExecution",
  "states:StartSyncExecution",
];

/**
 * What the roles of a member account may never go beyond. A boundary allows nothing by itself; it names services as a
 * whole, since what a role may do of them is for its policies to say, and denies what is final and what no tag or remedy
 * has to do with.
 */
export function boundaryOf(realm: Realm): PolicyDocument {
  return documentOf(statementsOf([...(realm.regions.length === 0 ? [] : ceiling(realm)), floor()]));
}

function ceiling(realm: Realm): Grant[] {
  const services = [
    ...new Set(TYPES.map(serviceOf)),
    "application-autoscaling",
    "tag",
    "resource-explorer-2",
  ];
  return [
    {
      what: "AtMost",
      calls: services.filter((service) => !OUTSIDE.includes(service)).map((service) => `${service}:*`),
      resources: ["*"],
      when: inRegions(realm),
    },
  ];
}

/** Services that decide who may do what. */
const OUTSIDE = ["cloudformation", "iam", "organizations", "signin", "sts"];

function floor(): Grant {
  const final = TYPES.flatMap((type) =>
    typeFacts(type).remedies.flatMap((remedy) => (remedy.class === "final" ? [remedy.call] : [])),
  );
  return { what: "Never", effect: "Deny", calls: [...final, ...NEVER], resources: ["*"] };
}
