import type { Told } from "./told.ts";

/**
 * The bus that other accounts and regions forward events to: one of its own, for on the default bus they would set off
 * other people's rules.
 *
 * @returns null where nothing but our own account and region is looked after
 */
export function intakeBus(told: Told): aws.cloudwatch.EventBus | null {
  const { names, home, places, members } = told;
  const isAlone = places.every(({ account, region }) => account === home.account && region === home.region);
  if (isAlone) return null;
  const bus = new aws.cloudwatch.EventBus("Intake", { name: `${names.ours}-intake` });
  // What other regions of our own account forward, its own policies allow.
  if (members.length === 0) return bus;
  new aws.cloudwatch.EventBusPolicy("IntakePolicy", {
    eventBusName: bus.name,
    policy: bus.arn.apply((arn) => intakePolicy(arn, told)),
  });
  return bus;
}

/** Lets in the accounts that are looked after: only who forwards there, and not whoever else may put events. */
export function intakePolicy(arn: string, { names, members }: Told): string {
  const statement = {
    Sid: "Members",
    Effect: "Allow",
    Principal: { AWS: members.map((account) => `arn:${names.partition}:iam::${account}:root`) },
    Action: "events:PutEvents",
    Resource: arn,
    // Of any of those accounts. One statement for all, as the policy of a bus is short.
    Condition: {
      ArnLike: { "aws:PrincipalArn": `arn:${names.partition}:iam::*:role/${names.ours}-forward-*` },
    },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
