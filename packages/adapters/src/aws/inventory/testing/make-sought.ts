import { arnFacts } from "@tagledger/core/catalog/arn";
import type { ClientClass, Clients } from "../clients.ts";
import type { Named } from "../reader.ts";

/** Where the resources of tests are. */
export const PLACE = { account: "111122223333", region: "eu-central-1" };

/** A resource that is sought: `makeSought("ec2", "volume/vol-1")`. */
export function makeSought(service: string, resource: string, more: Partial<Named> = {}): Named {
  const { account, region } = PLACE;
  const arn = `arn:aws:${service}:${region}:${account}:${resource}`;
  return { resource: arn, arn, ...arnFacts(arn), ...PLACE, ...more };
}

/** Clients that nobody may use. */
export const NO_CLIENTS: Clients = {
  ...PLACE,
  of<Client>(made: ClientClass<Client>): Client {
    throw new Error(`${made.name} was asked for`);
  },
};

/** An error as the SDK gives it. */
export function awsError(name: string, more: object = {}): Error {
  return Object.assign(new Error(`${name}!`), { name, $fault: "client", ...more });
}
