import { DescribeClusterCommand, EMRClient } from "@aws-sdk/client-emr";
import type { Sought } from "@tagledger/core/ports";
import type { Clients } from "../clients.ts";
import { isOver } from "../described.ts";
import { inParallel } from "../parallel.ts";
import { readBatches } from "../read-batches.ts";
import type { LiveLook, Reader } from "../reader.ts";
import { tagMap } from "../tag-map.ts";

const AT_ONCE = 5;

/** Reads clusters of EMR, which shows those that ended, too. What it does not know, it calls a bad request: that says nothing. */
export const elasticmapreduce: Reader = {
  call: "elasticmapreduce:DescribeCluster",
  async read(clients, sought) {
    const looks = await inParallel(sought, AT_ONCE, (each) =>
      readBatches([each], 1, async () => [await describe(clients, each)]),
    );
    return looks.flat();
  },
};

async function describe(clients: Clients, { id, type }: Sought): Promise<LiveLook> {
  const { Cluster } = await clients.of(EMRClient).send(new DescribeClusterCommand({ ClusterId: id }));
  if (isOver(type, Cluster?.Status?.State)) return { miss: "absent" };
  return Cluster === undefined ? { miss: "failed" } : { tags: tagMap(Cluster.Tags) };
}
