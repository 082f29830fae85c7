import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given } from "../estate/maker.ts";
import { makeRole } from "../estate/role.ts";
import { loggedTags, type Make, recordOf } from "./made.ts";

/** A function, and the role that it runs as. */
export const makeFunction: Make = async (clients, wish) => {
  const role = await roleFor(clients, wish.name);
  const { FunctionArn } = await clients.of(LambdaClient).send(
    new CreateFunctionCommand({
      FunctionName: wish.name,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: role,
      Code: { ZipFile: new Uint8Array([80, 75]) },
      Tags: wish.tags,
    }),
  );
  const arn = given(FunctionArn);
  const facts = { functionName: wish.name, runtime: "nodejs22.x", handler: "index.handler", role };
  return {
    type: "lambda:function",
    arn,
    id: wish.name,
    record: recordOf(clients, wish, {
      service: "lambda",
      event: "CreateFunction20150331",
      request: { ...facts, code: {}, publish: false, tags: wish.tags },
      response: { ...facts, functionArn: arn, memorySize: 128, state: "Pending", version: "$LATEST" },
    }),
  };
};

/** A service that wants two tasks, in a cluster of its own. */
export const makeService: Make = async (clients, wish) => {
  const client = clients.of(ECSClient);
  const tags = loggedTags(wish.tags);
  const { name } = wish;
  await client.send(new CreateClusterCommand({ clusterName: name }));
  await client.send(
    new RegisterTaskDefinitionCommand({
      family: name,
      containerDefinitions: [{ name, image: "scorer", memory: 128 }],
    }),
  );
  const facts = { cluster: name, serviceName: name, taskDefinition: name, desiredCount: 2 };
  const { service } = await client.send(new CreateServiceCommand({ ...facts, tags }));
  const arn = given(service?.serviceArn);
  return {
    type: "ecs:service",
    arn,
    id: name,
    record: recordOf(clients, wish, {
      service: "ecs",
      event: "CreateService",
      request: { ...facts, tags },
      response: {
        service: {
          serviceArn: arn,
          serviceName: name,
          clusterArn: service?.clusterArn,
          desiredCount: 2,
          status: "ACTIVE",
          tags,
        },
      },
    }),
  };
};

async function roleFor({ account, of }: Clients, name: string): Promise<string> {
  const { endpoint, credentials } = of(LambdaClient).config;
  const { hostname, port } = given(await endpoint?.());
  const { accessKeyId } = await credentials();
  await makeRole(`http://${hostname}:${port}`, name, accessKeyId);
  return `arn:aws:iam::${account}:role/${name}`;
}
