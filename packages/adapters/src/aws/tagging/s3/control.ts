import { S3ControlClient } from "@aws-sdk/client-s3-control";
import type { Clients } from "../../inventory/clients.ts";

/** The client of S3 Control. It has a host for each account, but another place that answers for all services has one only. */
export function controlOf(clients: Clients): S3ControlClient {
  const client = clients.of(S3ControlClient);
  if (client.config.isCustomEndpoint === true) client.config.endpointProvider = asGiven;
  return client;
}

/** An address of numbers cannot be put behind the account at all. */
function asGiven({ Endpoint = "" }: { readonly Endpoint?: string | undefined }) {
  return { url: new URL(Endpoint) };
}
