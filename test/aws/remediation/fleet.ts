import { EC2Client, paginateDescribeInstances, RunInstancesCommand } from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { IMAGE, launched } from "../local/company/instance.ts";
import type { Made, Make, Wish } from "../local/company/made.ts";
import { given } from "../local/estate/maker.ts";
import { type Seen, seenOf } from "./instances.ts";

/** Instances that one call launched. */
export interface MadeFleet extends Made {
  readonly instances: readonly Made[];
}

/** Makes so many instances by one call, of which one event tells. */
export function fleetOf(count: number): Make<MadeFleet> {
  return async (clients: Clients, wish: Wish) => {
    const { Instances = [] } = await clients.of(EC2Client).send(
      new RunInstancesCommand({
        ImageId: IMAGE,
        InstanceType: "m5.large",
        MinCount: count,
        MaxCount: count,
      }),
    );
    const instances = Instances.map((instance) => launched(clients, wish, instance));
    const [first] = instances;
    const items = instances.flatMap(({ record }) => itemsOf(record));
    const { type, arn, id, record } = given(first);
    const responseElements = { reservationId: "r-0123456789abcdef0", instancesSet: { items } };
    return { type, arn, id, record: { ...record, responseElements }, instances };
  };
}

/** All instances of an account as its people see them, by their ids. */
export async function allSeen(clients: Clients): Promise<ReadonlyMap<string, Seen>> {
  const all = new Map<string, Seen>();
  for await (const { Reservations = [] } of paginateDescribeInstances(
    { client: clients.of(EC2Client) },
    {},
  )) {
    for (const found of Reservations.flatMap(({ Instances = [] }) => Instances)) {
      all.set(given(found.InstanceId), seenOf(found));
    }
  }
  return all;
}

function itemsOf(record: Made["record"]): readonly unknown[] {
  const { instancesSet } = record.responseElements as { instancesSet: { items: readonly unknown[] } };
  return instancesSet.items;
}
