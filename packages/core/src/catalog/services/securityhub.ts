import { map, tagResource } from "../build.ts";
import type { Service, TaggedFacts } from "../row.ts";

/** There is one hub in each region of an account, and no event names it. */
const HUB = {
  type: "securityhub:hub",
  template: "arn:{partition}:securityhub:{region}:{account}:hub/{id}",
} as const;
const NAMED: TaggedFacts = { at: () => "default", ...HUB };

/** Security Hub. */
export const securityhub: Service = {
  source: "securityhub.amazonaws.com",
  creations: [
    {
      event: "EnableSecurityHub",
      priority: 3,
      id: () => "default",
      tags: [map("request.tags")],
      ...HUB,
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [{ event: "DisableSecurityHub", resources: [NAMED] }],
};
