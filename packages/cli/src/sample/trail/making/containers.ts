import type { Place } from "../call.ts";
import { arnIn, type Maker, type Making } from "../making.ts";
import { listed, mapped } from "../tag-shapes.ts";

/** A repository of images, which costs nothing while it is empty. */
export const repository: Maker = (place, repositoryName) => {
  const repositoryArn = arnIn(place, "ecr", `repository/${repositoryName}`);
  const settings = {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfiguration: { encryptionType: "AES256" },
  };
  const registryId = place.account.id;
  return {
    service: "ecr",
    name: "CreateRepository",
    target: repositoryArn,
    request: (tags) => ({ repositoryName, ...settings, ...listed(tags) }),
    response: { repository: { repositoryArn, registryId, repositoryName, ...settings } },
  };
};

/** What a container of ECS is to be started from. */
export const taskDefinition: Maker = (place, family) => {
  const taskDefinitionArn = arnIn(place, "ecs", `task-definition/${family}:1`);
  const described = { family, networkMode: "awsvpc", cpu: "1024", memory: "4096" };
  return {
    service: "ecs",
    name: "RegisterTaskDefinition",
    target: taskDefinitionArn,
    request: (tags) => ({
      ...described,
      containerDefinitions: [{ name: "main", essential: true }],
      ...listed(tags),
    }),
    response: { taskDefinition: { taskDefinitionArn, revision: 1, status: "ACTIVE", ...described } },
  };
};

/** What a job of Batch is to be started from. */
export const jobDefinition: Maker = (place, jobDefinitionName) => {
  const jobDefinitionArn = arnIn(place, "batch", `job-definition/${jobDefinitionName}:1`);
  return {
    service: "batch",
    name: "RegisterJobDefinition",
    target: jobDefinitionArn,
    request: (tags) => ({
      jobDefinitionName,
      type: "container",
      containerProperties: { command: ["python3", "score.py"], resourceRequirements: [] },
      ...mapped(tags),
    }),
    response: { jobDefinitionName, jobDefinitionArn, revision: 1 },
  };
};

/** A queue of Batch. */
export const jobQueue: Maker = (place, jobQueueName) => {
  const jobQueueArn = arnIn(place, "batch", `job-queue/${jobQueueName}`);
  return {
    service: "batch",
    name: "CreateJobQueue",
    target: jobQueueArn,
    request: (tags) => ({
      jobQueueName,
      state: "ENABLED",
      priority: 10,
      computeEnvironmentOrder: [],
      ...mapped(tags),
    }),
    response: { jobQueueName, jobQueueArn },
  };
};

/** The right of a role to work in a cluster. */
export function accessEntry(place: Place, clusterName: string, role: string): Making {
  const { id } = place.account;
  const principalArn = `arn:aws:iam::${id}:role/${role}`;
  const accessEntryArn = arnIn(place, "eks", `access-entry/${clusterName}/role/${id}/${role}`);
  return {
    service: "eks",
    name: "CreateAccessEntry",
    target: accessEntryArn,
    request: (tags) => ({ name: clusterName, principalArn, type: "STANDARD", ...mapped(tags) }),
    response: { accessEntry: { clusterName, principalArn, accessEntryArn, type: "STANDARD" } },
  };
}
