import { runSimulation } from "@cloud-copilot/iam-simulate";

/** A call, as IAM is asked about it. */
export interface Ask {
  /** As permissions name it: `ec2:StopInstances`. */
  readonly action: string;
  /** One ARN; `*` for what is of no resource. A call of several is one ask for each. */
  readonly resource?: string;
  readonly region?: string;
  /** Of whoever asks, and of the resource. */
  readonly account: string;
  /** Tags and whatever else conditions speak of: `{ "aws:ResourceTag/ml-environment": "dev" }`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** A boundary of the role that asks. */
  readonly boundary?: object;
}

const ASSUME = "sts:AssumeRole";

/**
 * Whether a role with these policies, and nothing else, may make a call: by a simulator of IAM, which takes from the
 * context only what the action and its resource really show.
 *
 * @throws Error where IAM would not take a policy, or there is no such action or no such resource of it
 * @example await mayDo(policies, { action: "ec2:DescribeInstances", account: "111122223333" }) // true
 */
export async function mayDo(policies: readonly object[], ask: Ask): Promise<boolean> {
  const { action, resource = "*", region = "eu-central-1", account, context = {}, boundary } = ask;
  const contextVariables: Record<string, string | string[]> = {
    "aws:RequestedRegion": region,
    "aws:PrincipalArn": `arn:aws:iam::${account}:role/tagledger-test`,
    "aws:PrincipalAccount": account,
    "aws:ResourceAccount": account,
    "s3:ResourceAccount": account,
  };
  for (const [key, value] of Object.entries(context)) {
    contextVariables[key] = typeof value === "string" ? value : [...value];
  }
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/tagledger-test`,
        action,
        resource: { resource, accountId: action === ASSUME ? (resource.split(":")[4] ?? account) : account },
        contextVariables,
      },
      identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...trusting(action, account),
      ...(boundary !== undefined && {
        permissionBoundaryPolicies: [{ name: "boundary", policy: boundary }],
      }),
    },
    {},
  );
  if (result.resultType === "error") {
    throw new Error(`${action} of ${resource} cannot be simulated: ${JSON.stringify(result.errors)}`);
  }
  return result.overallResult === "Allowed";
}

/** Keys and roles say themselves whom they trust; here, whoever the account lets. */
function trusting(action: string, account: string): { readonly resourcePolicy?: object } {
  const whom = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` } };
  const policy = (statement: object) => ({
    resourcePolicy: { Version: "2012-10-17", Statement: [{ ...whom, ...statement }] },
  });
  if (action === ASSUME) return policy({ Action: ASSUME });
  return action.startsWith("kms:") ? policy({ Action: "kms:*", Resource: "*" }) : {};
}
