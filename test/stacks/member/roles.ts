import { type Caller, elements, query } from "./query.ts";

/** A role as IAM knows it. */
export interface Role {
  readonly id: string;
  readonly arn: string;
  readonly trust: unknown;
  readonly boundary: string | undefined;
}

/** The role of a name, or null. */
export async function roleNamed(caller: Caller, name: string): Promise<Role | null> {
  const xml = await query(caller, "iam", "GetRole", { RoleName: name }).catch((error: Error) => {
    if (error.message.includes("NoSuchEntity")) return null;
    throw error;
  });
  if (xml === null) return null;
  const [id = ""] = elements(xml, "RoleId");
  const [arn = ""] = elements(xml, "Arn");
  return {
    id,
    arn,
    trust: policy(elements(xml, "AssumeRolePolicyDocument")[0]),
    boundary: elements(xml, "PermissionsBoundaryArn")[0],
  };
}

/** What the managed policies of a role say, in force now. */
export async function attachedTo(caller: Caller, name: string): Promise<unknown[]> {
  const xml = await query(caller, "iam", "ListAttachedRolePolicies", { RoleName: name });
  return Promise.all(elements(xml, "PolicyArn").map((arn) => policyOf(caller, arn)));
}

/** What a managed policy says now. */
export async function policyOf(caller: Caller, PolicyArn: string): Promise<unknown> {
  const [version = ""] = elements(await query(caller, "iam", "GetPolicy", { PolicyArn }), "DefaultVersionId");
  const xml = await query(caller, "iam", "GetPolicyVersion", { PolicyArn, VersionId: version });
  return policy(elements(xml, "Document")[0]);
}

/** IAM gives documents with their signs escaped as in a URL. */
function policy(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(decodeURIComponent(text));
}
