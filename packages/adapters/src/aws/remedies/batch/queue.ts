import { DescribeJobQueuesCommand, UpdateJobQueueCommand } from "@aws-sdk/client-batch";
import { switched } from "./switched.ts";

/** Job queues. */
export const queue = switched({
  remedy: "batch:disable-queue",
  async find(client, name) {
    const { jobQueues } = await client.send(new DescribeJobQueuesCommand({ jobQueues: [name] }));
    return jobQueues?.[0];
  },
  turn: (client, name, state) => client.send(new UpdateJobQueueCommand({ jobQueue: name, state })),
});
