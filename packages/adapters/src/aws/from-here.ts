import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { TagledgerError } from "@tagledger/core/errors";
import { clientsInAccounts } from "./accounts.ts";
import type { ClientsFor } from "./inventory/clients.ts";

/** How others are reached, and who we are. */
export interface FromHere {
  /** The account whose credentials the SDK finds. */
  readonly home: string;
  readonly clientsFor: ClientsFor;
}

/** What is known of the way. */
export interface WayIn {
  /** Where STS is asked. */
  readonly region: string;
  /** The name of the role that other accounts let us take on; where it is left out there is no way into them. */
  readonly role?: string | undefined;
  readonly externalId?: string | undefined;
}

/**
 * Reaches accounts with whatever credentials the SDK finds: their own account as it is, others by a role.
 *
 * @throws outside-failure where there are no credentials, or they are not accepted
 * @example (await reachFromHere({ region: "eu-central-1" })).home // "111122223333"
 */
export async function reachFromHere({ region, role, externalId }: WayIn): Promise<FromHere> {
  const sts = new STSClient({ region });
  try {
    const { Account: home } = await sts.send(new GetCallerIdentityCommand({}));
    if (home === undefined) throw new Error("STS names no account");
    return { home, clientsFor: clientsInAccounts({ home, role, externalId, sts: async () => sts }) };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new TagledgerError("outside-failure", `AWS does not let us in: ${said}`, {}, { cause });
  }
}
