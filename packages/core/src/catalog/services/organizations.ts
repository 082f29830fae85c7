import { list, tagCalls } from "../build.ts";
import type { Service } from "../row.ts";

/** Organizations, whose resources are named by id. */
export const organizations: Service = {
  source: "organizations.amazonaws.com",
  creations: [
    {
      event: "CreateAccount",
      type: "organizations:account",
      priority: 4,
      id: "response.createAccountStatus.id",
      tags: [list("request.tags")],
    },
    {
      event: "CreateOrganizationalUnit",
      type: "organizations:ou",
      priority: 4,
      id: "response.organizationalUnit.id",
      arn: "response.organizationalUnit.arn",
      tags: [list("request.tags")],
    },
    {
      event: "CreatePolicy",
      type: "organizations:policy",
      priority: 4,
      id: "response.policy.policySummary.id",
      arn: "response.policy.policySummary.arn",
      tags: [list("request.tags")],
    },
    {
      event: "CreateOrganization",
      type: "organizations:organization",
      priority: 4,
      id: "response.organization.id",
      arn: "response.organization.arn",
      taggable: false,
    },
  ],
  taggings: tagCalls(
    "TagResource",
    "UntagResource",
    { at: "request.resourceId", type: "organizations:any" },
    list("request.tags"),
  ),
  others: ["CreateAccountResult", "InviteAccountToOrganization", "MoveAccount", "AcceptHandshake"],
};
