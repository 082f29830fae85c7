import {
  AutoScalingClient,
  CreateOrUpdateTagsCommand,
  DeleteTagsCommand,
  paginateDescribeTags,
} from "@aws-sdk/client-auto-scaling";
import type { Clients } from "../../inventory/clients.ts";
import type { Named } from "../../inventory/reader.ts";
import { unsupported } from "../unsupported.ts";
import { change, type TagCalls, writeOneByOne } from "../write-each.ts";

const CALL = "autoscaling:CreateOrUpdateTags";
const GROUP = "autoscaling:autoScalingGroup";
const ResourceType = "auto-scaling-group";

const calls: TagCalls = {
  async set(clients, target, tags) {
    const ResourceId = nameOf(target);
    const passedOn = await passedOnBy(clients, ResourceId, Object.keys(tags));
    const Tags = Object.entries(tags).map(([Key, Value]) => ({
      ...{ ResourceId, ResourceType, Key, Value },
      // What is launched takes the tags of its group, unless somebody has decided otherwise.
      PropagateAtLaunch: passedOn.get(Key) ?? true,
    }));
    await clients.of(AutoScalingClient).send(new CreateOrUpdateTagsCommand({ Tags }));
  },
  async remove(clients, target, keys) {
    const ResourceId = nameOf(target);
    const Tags = keys.map((Key) => ({ ResourceId, ResourceType, Key }));
    await clients.of(AutoScalingClient).send(new DeleteTagsCommand({ Tags }));
  },
};

/** Writes to Auto Scaling groups, which are known by their names; nothing else there has tags. */
export const autoscaling = writeOneByOne(CALL, async (clients, tagging) => {
  const { type } = tagging.target;
  return type === GROUP ? change(clients, tagging, calls) : unsupported(`${type} has no tags`);
});

/** Whether a group passes on what it carries to what it launches, by key. */
async function passedOnBy(clients: Clients, name: string, keys: string[]): Promise<Map<string, boolean>> {
  const client = clients.of(AutoScalingClient);
  const Filters = [
    { Name: "auto-scaling-group", Values: [name] },
    { Name: "key", Values: keys },
  ];
  const passedOn = new Map<string, boolean>();
  for await (const { Tags = [] } of paginateDescribeTags({ client }, { Filters })) {
    for (const { Key = "", PropagateAtLaunch } of Tags) {
      if (PropagateAtLaunch !== undefined) passedOn.set(Key, PropagateAtLaunch);
    }
  }
  return passedOn;
}

/** `scorers` of `arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:1-2-3:autoScalingGroupName/scorers`. */
function nameOf({ arn, id }: Named): string {
  return arn === "" ? id : arn.slice(arn.indexOf("/") + 1);
}
