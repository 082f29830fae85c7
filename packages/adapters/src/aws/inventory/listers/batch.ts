import {
  BatchClient,
  paginateDescribeComputeEnvironments,
  paginateDescribeJobQueues,
} from "@aws-sdk/client-batch";
import { listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists Batch, but for its jobs: those have to be asked for queue by queue and state by state. */
export const batch: readonly Lister[] = [
  {
    types: ["batch:compute-environment"],
    calls: ["batch:DescribeComputeEnvironments"],
    list: (clients) =>
      listPages(
        clients,
        paginateDescribeComputeEnvironments({ client: clients.of(BatchClient) }, {}),
        ({ computeEnvironments }) =>
          computeEnvironments?.filter(isThere).map((each) => each.computeEnvironmentArn),
      ),
  },
  {
    types: ["batch:job-queue"],
    calls: ["batch:DescribeJobQueues"],
    list: (clients) =>
      listPages(
        clients,
        paginateDescribeJobQueues({ client: clients.of(BatchClient) }, {}),
        ({ jobQueues }) => jobQueues?.filter(isThere).map(({ jobQueueArn }) => jobQueueArn),
      ),
  },
];

/** What was deleted is shown for a while. */
function isThere({ status }: { readonly status?: string | undefined }): boolean {
  return status !== "DELETED";
}
