import { type EventRule, eventRules } from "../event-rules.ts";
import { get, HERE, sub } from "./call.ts";
import { namesOf, type Site, tagsOf } from "./site.ts";
import type { Resource } from "./template.ts";
import { UNDELIVERED } from "./undelivered.ts";

/** Whether a stack stands elsewhere than at home, where the rules lead to the queue itself. */
export const IS_ELSEWHERE = "IsElsewhere";

const FORWARDER = "Forwarder";

/**
 * The rules on the default bus, and the role that carries what they match home. It has a region in its name, so that
 * every region has its own and no stack waits for that of another region.
 */
export function forwarding(site: Site): Readonly<Record<string, Resource>> {
  const rules = eventRules().map((rule) => [ruleId(rule), forwardingRule(rule, site)] as const);
  return { [FORWARDER]: forwarder(site), ...Object.fromEntries(rules) };
}

function forwarder(site: Site): Resource {
  const { ours, partition, intake } = namesOf(site);
  const rules = `arn:${partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${ours}-*`;
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: sub(`${ours}-forward-\${AWS::Region}`),
      Description: "Forwards what CloudTrail tells of creations and tagging to Tagledger.",
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": HERE.account },
              ArnLike: { "aws:SourceArn": sub(rules) },
            },
          },
        ],
      },
      Policies: [
        {
          PolicyName: "forward",
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              { Sid: "Forward", Effect: "Allow", Action: ["events:PutEvents"], Resource: [intake] },
            ],
          },
        },
      ],
      Tags: tagsOf(site),
    },
  };
}

function forwardingRule({ name, pattern }: EventRule, site: Site): Resource {
  const { ours, intake } = namesOf(site);
  return {
    Type: "AWS::Events::Rule",
    Condition: IS_ELSEWHERE,
    Properties: {
      Name: `${ours}-${name}`,
      Description: "Forwards what CloudTrail tells of creations and tagging to Tagledger.",
      EventPattern: pattern,
      State: "ENABLED",
      Targets: [
        {
          Id: "intake",
          Arn: intake,
          RoleArn: get(FORWARDER, "Arn"),
          DeadLetterConfig: { Arn: get(UNDELIVERED, "Arn") },
        },
      ],
      Tags: tagsOf(site),
    },
  };
}

/** The same for a rule of the same name, whatever stands before it: a stack keeps what keeps its id. */
function ruleId({ name }: EventRule): string {
  const words = name.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `Rule${words.join("")}`;
}
