import type { RemediatePorts } from "@tagledger/core/flows/remediate/ports";
import type { Configurations, Notifier } from "@tagledger/core/ports";
import { note } from "./output.ts";

/** Where something is to be done, and by which way. */
export interface Site {
  /** The accounts and regions of the resources; the account is null where only our own can be meant. */
  readonly places: readonly { readonly account: string | null; readonly region: string | null }[];
  /** The role that other accounts let us take on. */
  readonly role?: string | undefined;
  readonly externalId?: string | undefined;
}

/** Told by the deployment as soon as it comes by. */
const NOBODY: Notifier = { send: async () => ({ via: [], refusedBy: [] }) };
/** Where what has no region is asked for. */
const SOMEWHERE = process.env.AWS_REGION ?? "us-east-1";

/**
 * All that acting on resources of AWS needs but a ledger and prices, with the credentials that the SDK finds.
 *
 * @throws outside-failure where there is no way in
 */
export async function effects(
  configurations: Configurations,
  { places: wanted, role, externalId }: Site,
): Promise<Omit<RemediatePorts, "ledger" | "prices">> {
  const [{ reachFromHere }, { awsInventory }, { awsRemedies }, { awsTagger }] = await Promise.all([
    import("@tagledger/adapters/aws/from-here"),
    import("@tagledger/adapters/aws/inventory/inventory"),
    import("@tagledger/adapters/aws/remedies/remedies"),
    import("@tagledger/adapters/aws/tagging/tagger"),
  ]);
  const region = wanted.find((place) => place.region !== null)?.region ?? SOMEWHERE;
  const { home, clientsFor } = await reachFromHere({ region, role, externalId });
  const places = wanted.map((place) => ({
    account: place.account ?? home,
    region: place.region ?? region,
  }));
  const reach = { clientsFor, places };
  return {
    configurations,
    clock: Date.now,
    inventory: awsInventory(reach),
    remedies: awsRemedies(reach),
    tagger: awsTagger(reach),
    notifier: await notifierFor(configurations, clientsFor, { account: home, region }),
  };
}

/** Whoever is at a terminal seldom has the secrets of all channels: what happened is told by the deployment then. */
async function notifierFor(
  configurations: Configurations,
  clientsFor: Parameters<
    typeof import("@tagledger/adapters/notify/over-aws").notifierOverAws
  >[1]["clientsFor"],
  home: { readonly account: string; readonly region: string },
): Promise<Notifier> {
  const { config } = await configurations.current();
  const mail = clientsFor(home.account, home.region);
  if (mail === null) return NOBODY;
  const [{ notifierOverAws }, { checkChannels }] = await Promise.all([
    import("@tagledger/adapters/notify/over-aws"),
    import("@tagledger/adapters/notify/check-channels"),
  ]);
  const secret = async (name: string) => process.env[name] ?? null;
  const onFailure = (channel: string, error: unknown) =>
    note(`note: ${channel} did not take the message (${error instanceof Error ? error.message : error})`);
  try {
    await checkChannels(config, secret);
    return await notifierOverAws(config, { mail, clientsFor, secret, onFailure });
  } catch (error) {
    note(`note: nobody is told from here (${error instanceof Error ? error.message : error})`);
    return NOBODY;
  }
}
