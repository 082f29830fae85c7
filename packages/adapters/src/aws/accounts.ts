import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import { partitionOf } from "@tagledger/core/catalog/partition";
import { TagledgerError } from "@tagledger/core/errors";
import { awsClients, type ClientSettings, type ClientsFor } from "./inventory/clients.ts";

/** How the accounts of an organization are reached from one of them. */
export interface AccountsOptions {
  /** The account that we run in, which is reached as we are. */
  readonly home: string;
  /** The name of the role that other accounts let us take on; where it is left out there is no way into them. */
  readonly role?: string | undefined;
  /** What tells us from others that are to take on such a role by mistake. */
  readonly externalId?: string | undefined;
  /** The client that is asked for credentials, when they are needed. */
  readonly sts: () => Promise<STSClient>;
  /** Another place that answers for all services, as an emulator does. */
  readonly endpoint?: string;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** Credentials for a time. */
interface Taken {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

const SESSION = "tagledger";
/** A call must not outlast its credentials. */
const BEFORE_EXPIRY = 5 * 60_000;

/**
 * Clients in the accounts of an organization: in our own as we are, in others by a role. The credentials of an account are
 * asked for once, by whoever needs them first, and shared by all its regions and services.
 *
 * @returns null for another account where no role is known
 * @example clientsInAccounts({ home: "111122223333", role: "tagledger", sts })("222233334444", "eu-central-1")
 */
export function clientsInAccounts({
  home,
  role,
  externalId,
  sts,
  endpoint,
  now = Date.now,
}: AccountsOptions): ClientsFor {
  const taken = new Map<string, Promise<Taken>>();

  return (account, region) => {
    const reached = { account, region, ...(endpoint !== undefined && { endpoint }) };
    if (account === home) return awsClients(reached);
    if (role === undefined) return null;
    const arn = `arn:${partitionOf(region)}:iam::${account}:role/${role}`;
    const credentials: ClientSettings["credentials"] = () => credentialsOf(account, arn);
    return awsClients({ ...reached, credentials });
  };

  async function credentialsOf(account: string, arn: string): Promise<Taken> {
    const known = taken.get(account);
    if (known !== undefined) {
      const held = await known;
      if (held.expiration.getTime() - now() > BEFORE_EXPIRY) return held;
      // Whoever came first asks already.
      if (taken.get(account) !== known) return credentialsOf(account, arn);
    }
    const asked = assume(arn);
    taken.set(account, asked);
    // What failed is asked again.
    asked.catch(() => taken.delete(account));
    return asked;
  }

  async function assume(arn: string): Promise<Taken> {
    const client = await sts();
    const { Credentials: given } = await client.send(
      new AssumeRoleCommand({
        RoleArn: arn,
        RoleSessionName: SESSION,
        ...(externalId !== undefined && { ExternalId: externalId }),
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || Expiration === undefined)
      throw new TagledgerError("outside-failure", `${arn}: STS gave no credentials`, { role: arn });
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
  }
}
