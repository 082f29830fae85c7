import {
  DescribeInstancesCommand,
  EC2Client,
  type Instance,
  ModifyInstanceAttributeCommand,
  StartInstancesCommand,
  StopInstancesCommand,
} from "@aws-sdk/client-ec2";
import type { Sought } from "@tagledger/core/ports";
import type { Clients } from "../../inventory/clients.ts";
import { flagOf, namesOf } from "../field.ts";
import { known } from "../known.ts";
import type { TypeRemedies } from "../remedy.ts";
import { launchOf } from "./launch.ts";
import { protectionOf } from "./protection.ts";
import { quarantineGroup } from "./quarantine-group.ts";

/** What is being started runs; all else is stopped, on its way there, or gone. */
const RUNNING = ["pending", "running"];

/** Instances: they are stopped, or cut off from the network. */
export const instance: TypeRemedies = {
  async inspect(clients, target) {
    const found = await describe(clients, target);
    if (found === undefined) return null;
    const [launch, protection] = await Promise.all([
      launchOf(clients, found),
      protectionOf(clients, target.id),
    ]);
    const state = found.State?.Name ?? null;
    return {
      state,
      controller: launch.controller,
      conditions: known({
        ...launch.conditions,
        ...protection,
        "instance-store-root": found.RootDeviceType === "instance-store",
        "several-network-interfaces": (found.NetworkInterfaces ?? []).length > 1,
      }),
      remedies: {
        "ec2:stop": { running: state !== null && RUNNING.includes(state) },
        "ec2:isolate": { groups: groupsOf(found) },
      },
    };
  },
  remedies: {
    "ec2:stop": {
      aim: () => ({ running: false }),
      async set(clients, { id }, fields) {
        const running = flagOf(fields, "running");
        const once = { InstanceIds: [id] };
        if (running === true) await clients.of(EC2Client).send(new StartInstancesCommand(once));
        if (running === false) await clients.of(EC2Client).send(new StopInstancesCommand(once));
      },
    },
    "ec2:isolate": {
      async aim(_, clients, target) {
        const vpc = (await describe(clients, target))?.VpcId;
        if (vpc === undefined) return { refused: "gone", message: `${target.id} is in no network any more` };
        const group = await quarantineGroup(clients, vpc);
        return typeof group === "string" ? { groups: [group] } : group;
      },
      async set(clients, { id }, fields) {
        const groups = namesOf(fields, "groups");
        if (groups === undefined) return;
        await clients
          .of(EC2Client)
          .send(new ModifyInstanceAttributeCommand({ InstanceId: id, Groups: [...groups] }));
      },
    },
  },
};

async function describe(clients: Clients, { id }: Sought): Promise<Instance | undefined> {
  const { Reservations } = await clients
    .of(EC2Client)
    .send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  return Reservations?.flatMap(({ Instances }) => Instances ?? []).find(
    ({ InstanceId }) => InstanceId === id,
  );
}

function groupsOf({ SecurityGroups }: Instance): string[] {
  return (SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []).sort();
}
