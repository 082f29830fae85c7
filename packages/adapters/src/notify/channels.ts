import type { Config } from "@tagledger/core/config/definition";
import { TagledgerError } from "@tagledger/core/errors";
import type { ClientsFor } from "../aws/inventory/clients.ts";
import type { Channel, Channels } from "./channel.ts";
import { emailChannel, type Mailer } from "./email.ts";
import { type SlackSettings, slackChannel } from "./slack.ts";

/** What channels are made of. */
export interface ChannelParts extends Omit<SlackSettings, "webhook"> {
  /** As `checkChannels` found it. */
  readonly webhook: string | null;
  readonly mailer: Mailer;
  readonly clientsFor: ClientsFor;
}

/**
 * Makes the channels that the configuration names.
 *
 * @throws bad-configuration where the topic is where there is no way in
 * @example await channelsOf(config, { webhook, mailer, clientsFor, fetch, wait: setTimeout }) // { slack, email }
 */
export async function channelsOf({ notify }: Config, parts: ChannelParts): Promise<Channels> {
  const { webhook, mailer, clientsFor, fetch, wait } = parts;
  return {
    ...(webhook !== null && { slack: slackChannel({ webhook, fetch, wait }) }),
    ...(notify.email !== undefined && { email: emailChannel({ from: notify.email.from, mailer }) }),
    ...(notify.sns !== undefined && { sns: await topicChannel(notify.sns, clientsFor) }),
  };
}

/** A topic is asked for in its own account and region. */
async function topicChannel(topic: string, clientsFor: ClientsFor): Promise<Channel> {
  const [, , , region = "", account = ""] = topic.split(":");
  const clients = clientsFor(account, region);
  if (clients === null) {
    throw new TagledgerError(
      "bad-configuration",
      `notify.sns is in account ${account}, region ${region}, to which there is no way from here`,
      { account, region },
    );
  }
  const { snsChannelOf } = await import("./sns.ts");
  return snsChannelOf(topic, clients);
}
