import {
  BatchClient,
  CreateComputeEnvironmentCommand,
  CreateJobQueueCommand,
  DeleteComputeEnvironmentCommand,
  DeleteJobQueueCommand,
  UpdateComputeEnvironmentCommand,
  UpdateJobQueueCommand,
} from "@aws-sdk/client-batch";
import { ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { LambdaClient, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given, type Maker } from "../estate/maker.ts";
import { serving } from "../estate/serving.ts";
import type { Remedied } from "./remedied.ts";

const service = makerOf("ecs:service");
const lambda = makerOf("lambda:function");

/** What is no group of instances, and can be switched off or made to run nothing. */
export const services: readonly Remedied[] = [
  {
    type: "ecs:service",
    remedy: "ecs:empty-service",
    async make(clients, name) {
      const arn = await service.make(clients, name, true);
      const two = { cluster: "services", service: name, desiredCount: 2 };
      await clients.of(ECSClient).send(new UpdateServiceCommand(two));
      return arn;
    },
    remove: service.remove,
    state: "ACTIVE",
    before: { desired: 2 },
    ours: { desired: 0 },
  },
  {
    type: "lambda:function",
    remedy: "lambda:throttle",
    make: (clients, name) => lambda.make(clients, name, true),
    remove: lambda.remove,
    state: "Active",
    before: { reserved: null },
    ours: { reserved: 0 },
  },
  {
    type: "lambda:function",
    remedy: "lambda:throttle",
    async make(clients, name) {
      const arn = await lambda.make(clients, name, true);
      const five = { FunctionName: name, ReservedConcurrentExecutions: 5 };
      await clients.of(LambdaClient).send(new PutFunctionConcurrencyCommand(five));
      return arn;
    },
    remove: lambda.remove,
    state: "Active",
    before: { reserved: 5 },
    ours: { reserved: 0 },
  },
  {
    type: "batch:compute-environment",
    remedy: "batch:disable-environment",
    make: makeEnvironment,
    async remove(clients, computeEnvironment) {
      const client = clients.of(BatchClient);
      await client.send(new UpdateComputeEnvironmentCommand({ computeEnvironment, state: "DISABLED" }));
      await client.send(new DeleteComputeEnvironmentCommand({ computeEnvironment }));
    },
    state: "VALID",
    before: { enabled: true },
    ours: { enabled: false },
  },
  {
    type: "batch:job-queue",
    remedy: "batch:disable-queue",
    async make(clients, jobQueueName) {
      const computeEnvironment = await makeEnvironment(clients, `${jobQueueName}-environment`);
      const { jobQueueArn } = await clients.of(BatchClient).send(
        new CreateJobQueueCommand({
          jobQueueName,
          priority: 1,
          state: "ENABLED",
          computeEnvironmentOrder: [{ order: 1, computeEnvironment }],
        }),
      );
      return given(jobQueueArn);
    },
    async remove(clients, jobQueue) {
      const client = clients.of(BatchClient);
      await client.send(new UpdateJobQueueCommand({ jobQueue, state: "DISABLED" }));
      await client.send(new DeleteJobQueueCommand({ jobQueue }));
    },
    state: "VALID",
    before: { enabled: true },
    ours: { enabled: false },
  },
];

async function makeEnvironment(clients: Clients, computeEnvironmentName: string): Promise<string> {
  const { computeEnvironmentArn } = await clients.of(BatchClient).send(
    new CreateComputeEnvironmentCommand({
      computeEnvironmentName,
      type: "UNMANAGED",
      state: "ENABLED",
      serviceRole: `arn:aws:iam::${clients.account}:role/lambda`,
    }),
  );
  return given(computeEnvironmentArn);
}

function makerOf(type: string): Maker {
  const found = serving.find((maker) => maker.type === type);
  if (found === undefined) throw new Error(`nobody makes ${type}`);
  return found;
}
