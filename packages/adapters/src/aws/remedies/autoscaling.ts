import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  ResumeProcessesCommand,
  SuspendProcessesCommand,
  UpdateAutoScalingGroupCommand,
} from "@aws-sdk/client-auto-scaling";
import { tagMap } from "../inventory/tag-map.ts";
import { controlledBy } from "./controlled-by.ts";
import { countsOf, namesOf } from "./field.ts";
import { madeAt } from "./made-at.ts";
import type { TypeRemedies } from "./remedy.ts";

/**
 * The processes that launch instances, and those that would end some in the hope to launch others. What else is
 * suspended is other people's business, and not shown.
 */
const GROWTH: readonly string[] = ["AZRebalance", "InstanceRefresh", "Launch", "ReplaceUnhealthy"];

/** Auto Scaling groups: they launch nothing more, or their instances are terminated. */
export const autoscaling: TypeRemedies = {
  async inspect(clients, { id, type }) {
    const { AutoScalingGroups } = await clients
      .of(AutoScalingClient)
      .send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [groupName(id)] }));
    const [group] = AutoScalingGroups ?? [];
    // It has a status only while it is deleted.
    if (group === undefined || group.Status !== undefined) return null;
    const suspended = (group.SuspendedProcesses ?? []).flatMap(({ ProcessName }) => ProcessName ?? []);
    return {
      state: null,
      ...madeAt(group.CreatedTime),
      controller: controlledBy(type, tagMap(group.Tags)),
      conditions: {},
      remedies: {
        "autoscaling:suspend": { suspended: GROWTH.filter((process) => suspended.includes(process)) },
        // A minimum alone would raise what somebody else desires.
        "autoscaling:empty-group": {
          size: { minimum: group.MinSize ?? 0, desired: group.DesiredCapacity ?? 0 },
        },
      },
    };
  },
  remedies: {
    "autoscaling:suspend": {
      aim: () => ({ suspended: GROWTH }),
      async set(clients, { id }, fields) {
        const wanted = namesOf(fields, "suspended");
        if (wanted === undefined) return;
        const client = clients.of(AutoScalingClient);
        const AutoScalingGroupName = groupName(id);
        const [suspend, resume] = [true, false].map((is) =>
          GROWTH.filter((one) => wanted.includes(one) === is),
        );
        // To name no process is to name them all.
        if (suspend?.length) {
          await client.send(new SuspendProcessesCommand({ AutoScalingGroupName, ScalingProcesses: suspend }));
        }
        if (resume?.length) {
          await client.send(new ResumeProcessesCommand({ AutoScalingGroupName, ScalingProcesses: resume }));
        }
      },
    },
    "autoscaling:empty-group": {
      aim: () => ({ size: { minimum: 0, desired: 0 } }),
      async set(clients, { id }, fields) {
        const size = countsOf(fields, "size");
        if (size === undefined) return;
        await clients.of(AutoScalingClient).send(
          new UpdateAutoScalingGroupCommand({
            AutoScalingGroupName: groupName(id),
            MinSize: size.minimum,
            DesiredCapacity: size.desired,
          }),
        );
      },
    },
  },
};

/** `gpu` of `gpu`, as events call it, and of `<uuid>:autoScalingGroupName/gpu`, as its ARN ends. */
function groupName(id: string): string {
  return id.replace(/^.*:autoScalingGroupName\//, "");
}
