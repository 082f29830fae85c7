import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  DeleteEndpointCommand,
  DeleteNotebookInstanceCommand,
  SageMakerClient,
  StopNotebookInstanceCommand,
} from "@aws-sdk/client-sagemaker";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given, type Maker, nameOf, TAG_LIST } from "./maker.ts";

const tagged = (isTagged: boolean) => (isTagged ? { Tags: TAG_LIST } : {});
const roleOf = ({ account }: Clients) => `arn:aws:iam::${account}:role/sagemaker`;

export const learning: readonly Maker[] = [
  {
    type: "sagemaker:endpoint",
    async make(clients, name, isTagged) {
      const client = clients.of(SageMakerClient);
      const variant = {
        VariantName: "all",
        ModelName: name,
        InstanceType: "ml.m5.large",
        InitialInstanceCount: 1,
      } as const;
      const Image = `${clients.account}.dkr.ecr.${clients.region}.amazonaws.com/scorer:1`;
      await client.send(
        new CreateModelCommand({
          ModelName: name,
          ExecutionRoleArn: roleOf(clients),
          PrimaryContainer: { Image },
        }),
      );
      await client.send(
        new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants: [variant] }),
      );
      const { EndpointArn } = await client.send(
        new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name, ...tagged(isTagged) }),
      );
      return given(EndpointArn);
    },
    remove: (clients, arn) =>
      clients.of(SageMakerClient).send(new DeleteEndpointCommand({ EndpointName: nameOf(arn) })),
  },
  {
    type: "sagemaker:notebook-instance",
    async make(clients, name, isTagged) {
      const { NotebookInstanceArn } = await clients.of(SageMakerClient).send(
        new CreateNotebookInstanceCommand({
          NotebookInstanceName: name,
          InstanceType: "ml.t3.medium",
          RoleArn: roleOf(clients),
          ...tagged(isTagged),
        }),
      );
      return given(NotebookInstanceArn);
    },
    async remove(clients, arn) {
      const client = clients.of(SageMakerClient);
      const named = { NotebookInstanceName: nameOf(arn) };
      await client.send(new StopNotebookInstanceCommand(named));
      await client.send(new DeleteNotebookInstanceCommand(named));
    },
  },
];
