import { DescribeInstancesCommand, EC2Client, type Instance } from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { tagMap } from "@tagledger/adapters/aws/inventory/tag-map";
import type { TagMap } from "@tagledger/core/catalog/tags";

/** What matters of an instance here, as EC2 tells it. */
export interface Seen {
  readonly state: string | undefined;
  readonly groups: readonly (string | undefined)[];
  readonly tags: TagMap;
}

/** An instance as its owner sees it. */
export async function seen(clients: Clients, id: string): Promise<Seen> {
  return seenOf(await instanceOf(clients, id));
}

/** What matters of what EC2 tells. */
export function seenOf(found: Instance): Seen {
  return {
    state: found.State?.Name,
    groups: (found.SecurityGroups ?? []).map(({ GroupId }) => GroupId).sort(),
    tags: tagMap(found.Tags),
  };
}

/** All that EC2 tells of an instance. */
export async function instanceOf(clients: Clients, id: string): Promise<Instance> {
  const { Reservations } = await clients
    .of(EC2Client)
    .send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  return Reservations?.[0]?.Instances?.[0] ?? {};
}
