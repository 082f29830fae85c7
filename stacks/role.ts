import type { BillStores } from "@tagledger/core/policy/iam/bill-stores";
import type { OwnFunction } from "@tagledger/core/policy/iam/stores";
import { reachPolicies, storeStatements } from "@tagledger/core/policy/own-iam";
import type { Stores } from "./environment.ts";
import type { Told } from "./told.ts";

/** Queues that a function takes from, or leaves what it could not do in. */
export interface Queues {
  readonly from?: sst.aws.Queue;
  readonly failed?: sst.aws.Queue;
}

/** What a function reads and writes. */
export interface RoleStores extends Stores {
  readonly bills?: $util.Output<BillStores>;
}

/** Only Lambda takes on the role of a function. */
const TRUST = trusting("lambda.amazonaws.com");

/** The role of a function: what it may do, and nothing that SST would add. */
export function roleOf(name: OwnFunction, component: string, told: Told, stores: RoleStores, queues: Queues) {
  const { names, home, places, explorerView } = told;
  const reach = {
    partition: names.partition,
    account: home.account,
    places,
    roles: { reader: names.reader, remediation: names.remediation },
    ...(explorerView !== null && { explorerView }),
  };
  const attached = reachPolicies(name, told.config, reach).map(
    (document, index) =>
      new aws.iam.Policy(`${component}Reach${index + 1}`, {
        name: `${names.ours}-${name}-${index + 1}`,
        description: `What ${name} of Tagledger may do with resources of others.`,
        policy: JSON.stringify(document),
      }).arn,
  );
  return (role: aws.iam.RoleArgs): undefined => {
    role.name = `${names.ours}-${name}`;
    role.assumeRolePolicy = TRUST;
    role.inlinePolicies = [{ name: "stores", policy: ownPolicy(name, told, stores, queues) }];
    role.managedPolicyArns = attached;
  };
}

/** A trust in one service. */
export function trusting(service: string, Condition?: object): string {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ ...statement, ...(Condition && { Condition }) }],
  });
}

function ownPolicy(
  name: OwnFunction,
  { names, home }: Told,
  { table, bus, config, bills }: RoleStores,
  { from, failed }: Queues,
): $util.Output<string> {
  const logs = `arn:${names.partition}:logs:${home.region}:${home.account}:log-group:/aws/lambda/${names.ours}-${name}`;
  const arns = [table.arn, bus.arn, config.bucket.arn, from?.arn, failed?.arn, bills] as const;
  return $resolve(arns).apply(([tableArn, busArn, bucket, queue, dead, buckets]) => {
    const made = { table: tableArn, bus: busArn, config: { bucket, key: config.key }, logs };
    const statements = storeStatements(name, {
      ...made,
      ...(queue !== undefined && { queue }),
      ...(buckets !== undefined && { bills: buckets }),
    });
    const leaves = { Sid: "Failed", Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [dead] };
    const all = dead === undefined ? statements : [...statements, leaves];
    return JSON.stringify({ Version: "2012-10-17", Statement: all });
  });
}
