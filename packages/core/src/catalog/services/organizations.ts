import { ending, list, tagCalls } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import { textReader, type View } from "../path.ts";
import type { Service } from "../row.ts";

const readId = textReader("request.resourceId");

/** Organizations, whose resources are named by id. */
export const organizations: Service = {
  source: "organizations.amazonaws.com",
  creations: [
    {
      event: "CreateAccount",
      type: "organizations:account",
      priority: 4,
      // The answer holds the id of the request, not yet that of the account.
      id: "response.createAccountStatus.id",
      taggedElsewhere: true,
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
    { at: "request.resourceId", type: typeOf },
    list("request.tags"),
  ),
  endings: [
    ending("DeleteOrganizationalUnit", "request.organizationalUnitId", "organizations:ou"),
    ending("DeletePolicy", "request.policyId", "organizations:policy"),
  ],
  others: ["CreateAccountResult", "InviteAccountToOrganization", "MoveAccount", "AcceptHandshake"],
  liveTags: usualTags("organizations", { gone: ["TargetNotFoundException"] }),
};

/** What ids begin with. */
const TYPES: readonly (readonly [beginning: string, type: string])[] = [
  ["ou-", "organizations:ou"],
  ["p-", "organizations:policy"],
  ["r-", "organizations:root"],
];

function typeOf(view: View): string {
  const id = readId(view) ?? "";
  if (/^\d+$/.test(id)) return "organizations:account";
  return TYPES.find(([beginning]) => id.startsWith(beginning))?.[1] ?? "organizations:any";
}
