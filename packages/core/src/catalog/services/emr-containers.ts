import { ending, map, tagResource } from "../build.ts";
import { final, onlyAsked, remediedBy, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";
import { joined } from "../texts.ts";

const ARN = "arn:{partition}:emr-containers:{region}:{account}:/{id}";

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
  endings: [
    ending(
      "DeleteManagedEndpoint",
      joined("virtualclusters", "request.virtualClusterId", "endpoints", "request.id"),
      "emr-containers:managed-endpoint",
      ARN,
    ),
    ending(
      "DeleteVirtualCluster",
      joined("virtualclusters", "request.id"),
      "emr-containers:virtual-cluster",
      ARN,
    ),
    ending("DeleteJobTemplate", joined("jobtemplates", "request.id"), "emr-containers:job-template", ARN),
  ],
  liveTags: usualTags("emr-containers"),
  types: {
    "emr-containers:jobrun": remediedBy(
      final("emr-containers:cancel-job-run", "CancelJobRun", "model", "does not resume", {
        states: ["PENDING", "SUBMITTED", "RUNNING"],
      }),
    ),
    "emr-containers:managed-endpoint": remediedBy(
      final("emr-containers:delete-endpoint", "DeleteManagedEndpoint", "model", "kernels are lost", {
        states: ["ACTIVE"],
      }),
    ),
    "emr-containers:virtual-cluster": onlyAsked(),
  },
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
