import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteClusterCommand,
  DeleteServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import {
  EKSClient,
  CreateClusterCommand as MakeClusterCommand,
  DeleteClusterCommand as RemoveClusterCommand,
} from "@aws-sdk/client-eks";
import { CreateFunctionCommand, DeleteFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { CreateTopicCommand, DeleteTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { CreateQueueCommand, DeleteQueueCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { given, type Maker, nameOf, TAG_LIST, TAGS } from "./maker.ts";

export const serving: readonly Maker[] = [
  {
    type: "ecs:cluster",
    async make(clients, name, isTagged) {
      const tags = isTagged ? Object.entries(TAGS).map(([key, value]) => ({ key, value })) : [];
      const { cluster } = await clients
        .of(ECSClient)
        .send(new CreateClusterCommand({ clusterName: name, tags }));
      return given(cluster?.clusterArn);
    },
    remove: (clients, arn) => clients.of(ECSClient).send(new DeleteClusterCommand({ cluster: nameOf(arn) })),
  },
  {
    type: "ecs:service",
    async make(clients, name, isTagged) {
      const client = clients.of(ECSClient);
      const tags = isTagged ? Object.entries(TAGS).map(([key, value]) => ({ key, value })) : [];
      await client.send(new CreateClusterCommand({ clusterName: "services" }));
      await client.send(
        new RegisterTaskDefinitionCommand({
          family: name,
          containerDefinitions: [{ name, image: "scorer", memory: 128 }],
        }),
      );
      const { service } = await client.send(
        new CreateServiceCommand({
          cluster: "services",
          serviceName: name,
          taskDefinition: name,
          desiredCount: 0,
          tags,
        }),
      );
      return given(service?.serviceArn);
    },
    remove: (clients, arn) =>
      clients
        .of(ECSClient)
        .send(new DeleteServiceCommand({ cluster: "services", service: nameOf(arn), force: true })),
  },
  {
    type: "eks:cluster",
    async make(clients, name, isTagged) {
      const { cluster } = await clients.of(EKSClient).send(
        new MakeClusterCommand({
          name,
          roleArn: `arn:aws:iam::${clients.account}:role/eks`,
          resourcesVpcConfig: {},
          tags: isTagged ? TAGS : {},
        }),
      );
      return given(cluster?.arn);
    },
    remove: (clients, arn) => clients.of(EKSClient).send(new RemoveClusterCommand({ name: nameOf(arn) })),
  },
  {
    type: "lambda:function",
    async make(clients, name, isTagged) {
      const { FunctionArn } = await clients.of(LambdaClient).send(
        new CreateFunctionCommand({
          FunctionName: name,
          Runtime: "nodejs22.x",
          Handler: "index.handler",
          Role: `arn:aws:iam::${clients.account}:role/lambda`,
          Code: { ZipFile: new Uint8Array([80, 75]) },
          Tags: isTagged ? TAGS : {},
        }),
      );
      return given(FunctionArn);
    },
    remove: (clients, arn) =>
      clients.of(LambdaClient).send(new DeleteFunctionCommand({ FunctionName: nameOf(arn) })),
  },
  {
    type: "sqs:queue",
    async make(clients, name, isTagged) {
      await clients
        .of(SQSClient)
        .send(new CreateQueueCommand({ QueueName: name, tags: isTagged ? TAGS : {} }));
      return `arn:aws:sqs:${clients.region}:${clients.account}:${name}`;
    },
    async remove(clients, arn) {
      const client = clients.of(SQSClient);
      const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: nameOf(arn) }));
      await client.send(new DeleteQueueCommand({ QueueUrl }));
    },
  },
  {
    type: "sns:topic",
    async make(clients, name, isTagged) {
      const { TopicArn } = await clients
        .of(SNSClient)
        .send(new CreateTopicCommand({ Name: name, Tags: isTagged ? TAG_LIST : [] }));
      return given(TopicArn);
    },
    remove: (clients, arn) => clients.of(SNSClient).send(new DeleteTopicCommand({ TopicArn: arn })),
  },
  {
    type: "logs:log-group",
    async make(clients, name, isTagged) {
      await clients
        .of(CloudWatchLogsClient)
        .send(new CreateLogGroupCommand({ logGroupName: name, ...(isTagged ? { tags: TAGS } : {}) }));
      return `arn:aws:logs:${clients.region}:${clients.account}:log-group:${name}`;
    },
    remove: (clients, arn) =>
      clients.of(CloudWatchLogsClient).send(new DeleteLogGroupCommand({ logGroupName: nameOf(arn) })),
  },
];
