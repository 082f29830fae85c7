import type { PolicyDocument } from "../iam/document.ts";
import type { MemberPolicies } from "../own-iam.ts";
import { ref } from "./call.ts";
import { filledIn } from "./filled-in.ts";
import { namesOf, type Site, tagsOf } from "./site.ts";
import type { Resource } from "./template.ts";

/** Whether a stack holds what an account has once. */
export const HOLDS_ROLES = "HoldsRoles";
/** The name of the parameter with the external id. */
export const EXTERNAL_ID = "ExternalId";
/** The name of the parameter with the one that comes after it. */
export const NEXT_EXTERNAL_ID = "NextExternalId";
/** Whether the external id is being changed. */
export const CHANGES_EXTERNAL_ID = "ChangesExternalId";

const BOUNDARY = "Boundary";
const EXTERNAL_IDS = {
  "Fn::If": [CHANGES_EXTERNAL_ID, [ref(EXTERNAL_ID), ref(NEXT_EXTERNAL_ID)], [ref(EXTERNAL_ID)]],
};

/** The two roles that our functions take on in an account, what they may do, and what they may do at most. */
export function accountRoles(site: Site, policies: MemberPolicies): Readonly<Record<string, Resource>> {
  const { reader, remediation, takenOnBy } = namesOf(site);
  return {
    [BOUNDARY]: managedPolicy(policies.boundary, []),
    ...roleWith("Reader", role(site, reader, takenOnBy.reader), policies.reader),
    ...roleWith("Remediation", role(site, remediation, takenOnBy.remediation), policies.remediation),
  };
}

function roleWith(
  id: string,
  made: Resource,
  documents: readonly PolicyDocument[],
): Record<string, Resource> {
  const role = `${id}Role`;
  const policies = documents.map(
    (document, index) => [`${id}Policy${index + 1}`, managedPolicy(document, [role])] as const,
  );
  return { [role]: made, ...Object.fromEntries(policies) };
}

/**
 * Without a name of its own, and with a description that stays: a policy with a name could not be replaced.
 * CloudFormation gives it no tags.
 */
function managedPolicy(document: PolicyDocument, roles: readonly string[]): Resource {
  return {
    Type: "AWS::IAM::ManagedPolicy",
    Condition: HOLDS_ROLES,
    Properties: {
      Description: "What Tagledger may do in this account.",
      PolicyDocument: filledIn(document),
      ...(roles.length > 0 && { Roles: roles.map(ref) }),
    },
  };
}

/** The principal is the account, and the condition the one role in it: so a role that is made anew keeps its way in. */
function role(site: Site, name: string, by: string): Resource {
  const { partition } = namesOf(site);
  return {
    Type: "AWS::IAM::Role",
    Condition: HOLDS_ROLES,
    Properties: {
      RoleName: name,
      Description: `Taken on by ${by}.`,
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: `arn:${partition}:iam::${site.home.account}:root` },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:PrincipalArn": by, "sts:ExternalId": EXTERNAL_IDS },
            },
          },
        ],
      },
      PermissionsBoundary: ref(BOUNDARY),
      Tags: tagsOf(site),
    },
  };
}
