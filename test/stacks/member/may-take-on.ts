import { runSimulation } from "@cloud-copilot/iam-simulate";

/** Who takes on a role, by its ARN, and what it says. */
export interface Taker {
  readonly role: string;
  readonly externalId?: string;
}

/** Whether IAM lets a role of another account, which may do so on its side, take on a role. */
export async function mayTakeOn(
  { arn, trust }: { readonly arn: string; readonly trust: unknown },
  { role, externalId }: Taker,
): Promise<boolean> {
  const [, , , , account = ""] = arn.split(":");
  const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: arn }];
  const said = externalId === undefined ? {} : { "sts:ExternalId": externalId };
  const simulated = await runSimulation(
    {
      request: {
        principal: role,
        action: "sts:AssumeRole",
        resource: { resource: arn, accountId: account },
        contextVariables: { "aws:PrincipalArn": role, ...said },
      },
      identityPolicies: [{ name: "own", policy: { Version: "2012-10-17", Statement } }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: trust,
    },
    {},
  );
  if (simulated.resultType === "error") throw new Error(JSON.stringify(simulated));
  return simulated.overallResult === "Allowed";
}
