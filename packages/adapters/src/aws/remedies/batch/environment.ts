import { DescribeComputeEnvironmentsCommand, UpdateComputeEnvironmentCommand } from "@aws-sdk/client-batch";
import { switched } from "./switched.ts";

/** Compute environments. */
export const environment = switched({
  remedy: "batch:disable-environment",
  async find(client, name) {
    const found = await client.send(new DescribeComputeEnvironmentsCommand({ computeEnvironments: [name] }));
    return found.computeEnvironments?.[0];
  },
  turn: (client, name, state) =>
    client.send(new UpdateComputeEnvironmentCommand({ computeEnvironment: name, state })),
});
