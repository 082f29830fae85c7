import { ECSClient, ListTagsForResourceCommand } from "@aws-sdk/client-ecs";
import { lookAmong } from "../described.ts";
import { ecsKinds } from "../ecs/kinds.ts";
import { inGroups } from "../in-groups.ts";
import { readBatches } from "../read-batches.ts";
import { readEach } from "../read-each.ts";
import type { LiveLook, Reader } from "../reader.ts";
import { tagMap } from "../tag-map.ts";

const listed = readEach("ecs:ListTagsForResource", async (clients, { arn }) => {
  const { tags } = await clients.of(ECSClient).send(new ListTagsForResourceCommand({ resourceArn: arn }));
  return tagMap(tags);
});

/** Reads ECS. What costs is described, which tells whether it still runs; its list of tags does not. */
export const ecs: Reader = {
  call: listed.call,
  read: (clients, sought) =>
    inGroups(
      sought,
      // One call is about one type in one cluster.
      ({ type, arn }) => `${type} ${ecsKinds[type]?.clusterOf(arn)}`,
      (group) => {
        const [{ type, arn: first } = { type: "", arn: "" }] = group;
        const kind = ecsKinds[type];
        const cluster = kind?.clusterOf(first) ?? null;
        if (kind === undefined || cluster === null) return listed.read(clients, group);
        return readBatches(group, kind.batch, async (batch): Promise<LiveLook[]> => {
          const arns = batch.map(({ arn }) => arn);
          const found = await kind.describe(clients.of(ECSClient), arns, cluster);
          return batch.map(({ arn }) => lookAmong(found, arn, type));
        });
      },
    ),
};
