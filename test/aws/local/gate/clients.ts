import type { EC2Client } from "@aws-sdk/client-ec2";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { awsClients, type ClientClass, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given } from "../estate/maker.ts";
import type { Gate } from "../gate.ts";
import { OPERATION } from "./request.ts";

/** An account and one of its regions. */
interface Place {
  readonly account: string;
  readonly region: string;
}

/** What all clients of the SDK have. */
type AnyClient = Pick<EC2Client, "middlewareStack">;

/** Clients of an account whose calls go through a gate, for what is to be tested. */
export function clientsThrough(gate: Gate, place: Place): Clients {
  const clients = awsClients({
    ...place,
    endpoint: gate.endpoint,
    credentials: () => assumed(gate, place.account),
  });
  const led = new WeakSet<object>();
  return {
    ...clients,
    of<Client>(made: ClientClass<Client>): Client {
      const client = clients.of(made);
      if (!isClient(client)) throw new TypeError(`${made.name} is no client of the SDK`);
      if (!led.has(client)) leadThrough(gate, client);
      led.add(client);
      return client;
    },
  };
}

/** Clients of an account that nobody watches, for what a test does in the place of others. */
export function clientsBeside(gate: Gate, place: Place): Clients {
  return awsClients({
    ...place,
    endpoint: gate.target,
    credentials: () => assumed(gate, place.account),
  });
}

/** Credentials of a role in an account, by which moto tells accounts apart. */
export async function assumed({ target, learnKey }: Gate, account: string) {
  const client = new STSClient({
    endpoint: target,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const { Credentials } = await client.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/tagledger-remediation`,
      RoleSessionName: "tagledger",
    }),
  );
  client.destroy();
  const accessKeyId = given(Credentials?.AccessKeyId);
  learnKey(accessKeyId, account);
  return {
    accessKeyId,
    secretAccessKey: given(Credentials?.SecretAccessKey),
    sessionToken: given(Credentials?.SessionToken),
  };
}

/** Lets a client say what it calls, and end with the life of its process. */
export function leadThrough(gate: Gate, client: AnyClient): void {
  client.middlewareStack.add((next) => (given) => gate.life.live(() => next(given)), {
    step: "initialize",
    priority: "high",
  });
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (given) => {
        const { request } = given;
        if (hasHeaders(request)) request.headers[OPERATION] = commandName.replace(/Command$/, "");
        return next(given);
      },
    { step: "build" },
  );
}

function isClient(client: unknown): client is AnyClient & object {
  return typeof client === "object" && client !== null && "middlewareStack" in client;
}

function hasHeaders(request: unknown): request is { readonly headers: Record<string, string> } {
  return typeof request === "object" && request !== null && "headers" in request;
}
