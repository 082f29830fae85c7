import { S3ControlClient } from "@aws-sdk/client-s3-control";
import type { Clients } from "../../inventory/clients.ts";

const withOneHost = new WeakSet<S3ControlClient>();

/**
 * The client of S3 Control. It asks a host of the account's own, but another place that answers for all services has one
 * host for all accounts.
 */
export function controlOf(clients: Clients): S3ControlClient {
  const client = clients.of(S3ControlClient);
  if (client.config.isCustomEndpoint === true && !withOneHost.has(client)) {
    withOneHost.add(client);
    const { endpointProvider } = client.config;
    client.config.endpointProvider = ({ AccountId, ...parameters }, context) =>
      endpointProvider({ ...parameters, RequiresAccountId: false }, context);
  }
  return client;
}
