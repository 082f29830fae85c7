import { DescribeServiceEnvironmentsCommand, UpdateServiceEnvironmentCommand } from "@aws-sdk/client-batch";
import { switched } from "./switched.ts";

/** Service environments. */
export const serviceEnvironment = switched({
  remedy: "batch:disable-service-environment",
  async find(client, name) {
    const found = await client.send(new DescribeServiceEnvironmentsCommand({ serviceEnvironments: [name] }));
    return found.serviceEnvironments?.[0];
  },
  turn: (client, name, state) =>
    client.send(new UpdateServiceEnvironmentCommand({ serviceEnvironment: name, state })),
});
