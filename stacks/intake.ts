import type { Told } from "./told.ts";

/**
 * The bus that other accounts and regions forward events to: one of its own, for on the default bus they would set off
 * other people's rules.
 *
 * @returns null where nothing but our own account and region is looked after
 */
export function intakeBus({ names, home, places, members }: Told): aws.cloudwatch.EventBus | null {
  const isAlone = places.every(({ account, region }) => account === home.account && region === home.region);
  if (isAlone) return null;
  const bus = new aws.cloudwatch.EventBus("Intake", { name: `${names.ours}-intake` });
  // What other regions of our own account forward, its own policies allow.
  if (members.length === 0) return bus;
  new aws.cloudwatch.EventBusPolicy("IntakePolicy", {
    eventBusName: bus.name,
    policy: bus.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: members.map((account) => ({
          Sid: `Member${account}`,
          Effect: "Allow",
          Principal: { AWS: `arn:${names.partition}:iam::${account}:root` },
          Action: "events:PutEvents",
          Resource: arn,
          // Only who forwards there, and not whoever else may put events.
          Condition: {
            ArnLike: {
              "aws:PrincipalArn": `arn:${names.partition}:iam::${account}:role/${names.ours}-forward-*`,
            },
          },
        })),
      }),
    ),
  });
  return bus;
}
