import { S3ControlClient } from "@aws-sdk/client-s3-control";
import type { Clients } from "../../inventory/clients.ts";

/** The client of S3 Control. It has a host for each account, but another place that answers for all services has one only. */
export function controlOf(clients: Clients): S3ControlClient {
  const client = clients.of(S3ControlClient);
  if (client.config.isCustomEndpoint !== true) return client;
  const prefix = `${clients.account}.`;
  client.middlewareStack.add(
    (next) => (given) => {
      const { request } = given;
      if (isAddressed(request) && request.hostname.startsWith(prefix)) {
        request.hostname = request.hostname.slice(prefix.length);
      }
      return next(given);
    },
    { step: "build", name: "hostOfAllAccounts", override: true },
  );
  return client;
}

function isAddressed(request: unknown): request is { hostname: string } {
  return typeof request === "object" && request !== null && "hostname" in request;
}
