import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { given } from "../estate/maker.ts";
import { loggedTags, type Make, recordOf, tagList } from "./made.ts";

/** A notebook instance that is in service. */
export const makeNotebook: Make = async (clients, wish) => {
  const roleArn = `arn:aws:iam::${clients.account}:role/sagemaker`;
  const { NotebookInstanceArn } = await clients.of(SageMakerClient).send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: wish.name,
      InstanceType: "ml.t3.medium",
      RoleArn: roleArn,
      Tags: tagList(wish.tags),
    }),
  );
  const arn = given(NotebookInstanceArn);
  return {
    type: "sagemaker:notebook-instance",
    arn,
    id: wish.name,
    record: recordOf(clients, wish, {
      service: "sagemaker",
      event: "CreateNotebookInstance",
      request: {
        notebookInstanceName: wish.name,
        instanceType: "ml.t3.medium",
        roleArn,
        tags: loggedTags(wish.tags),
      },
      response: { notebookInstanceArn: arn },
    }),
  };
};

/** An endpoint with one variant of two instances, and the model and configuration that it is made of. */
export const makeEndpoint: Make = async (clients, wish) => {
  const { account, region } = clients;
  const client = clients.of(SageMakerClient);
  const Image = `${account}.dkr.ecr.${region}.amazonaws.com/scorer:1`;
  await client.send(
    new CreateModelCommand({
      ModelName: wish.name,
      ExecutionRoleArn: `arn:aws:iam::${account}:role/sagemaker`,
      PrimaryContainer: { Image },
    }),
  );
  const EndpointConfigName = `${wish.name}-config`;
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName,
      ProductionVariants: [
        {
          VariantName: "all",
          ModelName: wish.name,
          InstanceType: "ml.m5.large",
          InitialInstanceCount: 2,
        },
      ],
    }),
  );
  const { EndpointArn } = await client.send(
    new CreateEndpointCommand({
      EndpointName: wish.name,
      EndpointConfigName,
      Tags: tagList(wish.tags),
    }),
  );
  const arn = given(EndpointArn);
  return {
    type: "sagemaker:endpoint",
    arn,
    id: wish.name,
    record: recordOf(clients, wish, {
      service: "sagemaker",
      event: "CreateEndpoint",
      request: {
        endpointName: wish.name,
        endpointConfigName: EndpointConfigName,
        tags: loggedTags(wish.tags),
      },
      response: { endpointArn: arn },
    }),
  };
};
