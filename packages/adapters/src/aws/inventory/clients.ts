import type { ResourceGroupsTaggingAPIClientConfig } from "@aws-sdk/client-resource-groups-tagging-api";

/** How the services of one account and region are reached; what is left out, the SDK finds as it always does. */
export interface ClientSettings {
  readonly account: string;
  readonly region: string;
  readonly credentials?: NonNullable<ResourceGroupsTaggingAPIClientConfig["credentials"]>;
  /** Another place that answers for all services, as an emulator does. */
  readonly endpoint?: string;
}

/** What every client is made with. */
export interface ClientOptions extends Omit<ClientSettings, "account"> {
  readonly maxAttempts: number;
  readonly requestHandler: { readonly connectionTimeout: number; readonly requestTimeout: number };
  readonly followRegionRedirects: boolean;
  readonly useQueueUrlAsEndpoint: boolean;
}

/** The clients of one account and region. */
export interface Clients {
  readonly account: string;
  readonly region: string;
  /** The client of a service: made when it is first asked for, and the same one from then on. */
  of<Client>(made: ClientClass<Client>): Client;
}

/** A client's class, as in `EC2Client`. */
export type ClientClass<Client> = new (options: ClientOptions) => Client;

/** Clients of an account and region; null where we have no way in. */
export type ClientsFor = (account: string, region: string) => Clients | null;

/**
 * Clients that give up soon: whether and when to ask again is the ledger's business.
 *
 * @example awsClients({ account: "111122223333", region: "eu-central-1" }).of(EC2Client)
 */
export function awsClients({ account, ...reached }: ClientSettings): Clients {
  const made = new Map<unknown, unknown>();
  const options: ClientOptions = {
    ...reached,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    // The log of a creation may name another region than the one a bucket is in.
    followRegionRedirects: true,
    // The URL of a queue is made from its ARN, and says nothing of where SQS is reached.
    useQueueUrlAsEndpoint: false,
  };
  return {
    account,
    region: reached.region,
    of<Client>(Made: ClientClass<Client>): Client {
      const known = made.get(Made);
      if (known instanceof Made) return known;
      const client = new Made(options);
      made.set(Made, client);
      return client;
    },
  };
}
