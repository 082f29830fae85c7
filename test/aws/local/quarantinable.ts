import {
  CreateApplicationCommand,
  EMRServerlessClient,
  StartJobRunCommand,
} from "@aws-sdk/client-emr-serverless";
import { CreateCrawlerCommand, GlueClient, StartCrawlerCommand } from "@aws-sdk/client-glue";
import { CreateDBClusterCommand, CreateDBInstanceCommand, RDSClient } from "@aws-sdk/client-rds";
import { CreateClusterCommand, RedshiftClient } from "@aws-sdk/client-redshift";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given, nameOf } from "./estate/maker.ts";

const MASTER = { MasterUsername: "ada", MasterUserPassword: "Not-a-secret-1" };

/** Makes a database. */
export async function makeDatabase(clients: Clients, name: string, more: object = {}): Promise<string> {
  const { DBInstance } = await clients.of(RDSClient).send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: name,
      DBInstanceClass: "db.t3.micro",
      Engine: "postgres",
      AllocatedStorage: 20,
      ...MASTER,
      ...more,
    }),
  );
  return given(DBInstance?.DBInstanceArn);
}

/** Makes a cluster of databases. */
export async function makeDatabases(clients: Clients, name: string, more: object = {}): Promise<string> {
  const asked = { DBClusterIdentifier: name, Engine: "aurora-postgresql", ...MASTER, ...more };
  const { DBCluster } = await clients.of(RDSClient).send(new CreateDBClusterCommand(asked));
  return given(DBCluster?.DBClusterArn);
}

export async function makeWarehouse(clients: Clients, name: string): Promise<string> {
  await clients
    .of(RedshiftClient)
    .send(new CreateClusterCommand({ ClusterIdentifier: name, NodeType: "ra3.large", ...MASTER }));
  return `arn:aws:redshift:${clients.region}:${clients.account}:cluster:${name}`;
}

/** Makes an application that is started. */
export async function makeApplication(clients: Clients, name: string): Promise<string> {
  const asked = { name, releaseLabel: "emr-7.0.0", type: "SPARK", clientToken: name };
  const { arn } = await clients.of(EMRServerlessClient).send(new CreateApplicationCommand(asked));
  return given(arn);
}

/** Runs a job: moto knows no list of jobs of an application that never had any. Any job is done at once. */
export async function runJob(clients: Clients, application: string): Promise<void> {
  const applicationId = nameOf(application);
  const executionRoleArn = `arn:aws:iam::${clients.account}:role/emr`;
  const job = { applicationId, executionRoleArn, clientToken: applicationId };
  await clients.of(EMRServerlessClient).send(new StartJobRunCommand(job));
}

/** Makes a crawler that runs. */
export async function makeCrawler(clients: Clients, name: string): Promise<string> {
  const client = clients.of(GlueClient);
  const Targets = { S3Targets: [{ Path: "s3://clicks" }] };
  await client.send(new CreateCrawlerCommand({ Name: name, Role: "glue", DatabaseName: "clicks", Targets }));
  await client.send(new StartCrawlerCommand({ Name: name }));
  return `arn:aws:glue:${clients.region}:${clients.account}:crawler/${name}`;
}

export async function makeNotebook(clients: Clients, name: string): Promise<string> {
  const { NotebookInstanceArn } = await clients.of(SageMakerClient).send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: name,
      InstanceType: "ml.t3.medium",
      RoleArn: roleOf(clients),
    }),
  );
  return given(NotebookInstanceArn);
}

/** Makes an endpoint of two variants. */
export async function makeEndpoint(clients: Clients, name: string): Promise<string> {
  const client = clients.of(SageMakerClient);
  const Image = `${clients.account}.dkr.ecr.${clients.region}.amazonaws.com/scorer:1`;
  await client.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: roleOf(clients),
      PrimaryContainer: { Image },
    }),
  );
  const ProductionVariants = ["a", "b"].map((VariantName, place) => ({
    VariantName,
    ModelName: name,
    InstanceType: "ml.m5.large" as const,
    InitialInstanceCount: place + 1,
  }));
  await client.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants }));
  const { EndpointArn } = await client.send(
    new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }),
  );
  return given(EndpointArn);
}

function roleOf({ account }: Clients): string {
  return `arn:aws:iam::${account}:role/sagemaker`;
}
