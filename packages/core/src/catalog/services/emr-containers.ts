import { map, tagResource } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** EMR on EKS. */
export const emrContainers: Service = {
  source: "emr-containers.amazonaws.com",
  creations: [
    described("StartJobRun", "jobrun", 1),
    described("CreateManagedEndpoint", "managed-endpoint", 2),
    described("CreateVirtualCluster", "virtual-cluster", 3),
    described("CreateJobTemplate", "job-template", 4),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};

function described(event: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `emr-containers:${type}`,
    priority,
    id: "response.id",
    arn: "response.arn",
    tags: [map("request.tags")],
  };
}
