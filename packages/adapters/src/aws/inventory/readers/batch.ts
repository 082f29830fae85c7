import {
  BatchClient,
  DescribeComputeEnvironmentsCommand,
  DescribeJobQueuesCommand,
  DescribeJobsCommand,
  ListTagsForResourceCommand,
} from "@aws-sdk/client-batch";
import { type Described, lookAmong } from "../described.ts";
import { inGroups } from "../in-groups.ts";
import { readBatches } from "../read-batches.ts";
import { readEach } from "../read-each.ts";
import type { LiveLook, Named, Reader } from "../reader.ts";

/** As many as one description takes. */
const BATCH = 100;

/** Asks for what is known of some resources, by their ARNs. */
type Describe = (client: BatchClient, arns: string[], ids: string[]) => Promise<readonly Described[]>;

/** What is described carries its tags, and leaves out what is not there. */
const DESCRIBED: Readonly<Record<string, Describe>> = {
  "batch:compute-environment": async (client, computeEnvironments) => {
    const found = await client.send(new DescribeComputeEnvironmentsCommand({ computeEnvironments }));
    return (found.computeEnvironments ?? []).map(({ computeEnvironmentArn = "", tags = {}, status }) => ({
      key: computeEnvironmentArn,
      tags,
      state: status,
    }));
  },
  "batch:job-queue": async (client, jobQueues) => {
    const found = await client.send(new DescribeJobQueuesCommand({ jobQueues }));
    return (found.jobQueues ?? []).map(({ jobQueueArn = "", tags = {}, status }) => ({
      key: jobQueueArn,
      tags,
      state: status,
    }));
  },
  "batch:job": async (client, _, jobs) => {
    const found = await client.send(new DescribeJobsCommand({ jobs }));
    return (found.jobs ?? []).map(({ jobArn = "", tags = {} }) => ({ key: jobArn, tags }));
  },
};

const listed = readEach("batch:ListTagsForResource", async (clients, { arn }) => {
  const { tags } = await clients.of(BatchClient).send(new ListTagsForResourceCommand({ resourceArn: arn }));
  return tags ?? {};
});

/** Reads Batch, whose list of tags does not say what is not there. */
export const batch: Reader = {
  call: listed.call,
  read: (clients, sought) =>
    inGroups(
      sought,
      ({ type }) => type,
      (group, type) => {
        const describe = DESCRIBED[type];
        if (describe === undefined) return listed.read(clients, group);
        return readBatches(group, BATCH, async (some): Promise<LiveLook[]> => {
          const arns = some.map(({ arn }) => arn);
          const found = await describe(clients.of(BatchClient), arns, some.map(jobId));
          return some.map(({ arn }) => lookAmong(found, arn, type));
        });
      },
    ),
};

/** Jobs are asked for by id, which their ARN ends with. */
function jobId({ arn }: Named): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
