import { setTimeout } from "node:timers/promises";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import type { Config } from "@tagledger/core/config/definition";
import type { Notifier } from "@tagledger/core/ports";
import type { Clients, ClientsFor } from "../aws/inventory/clients.ts";
import type { Channels } from "./channel.ts";
import { channelsOf } from "./channels.ts";
import { checkChannels, type Secret } from "./check-channels.ts";
import { notifier, type OnFailure } from "./notifier.ts";
import { sesMailer } from "./ses.ts";

/** What telling people over AWS and Slack needs. */
export interface OverAws {
  /** Of the account and region that sends mail. */
  readonly mail: Clients;
  readonly clientsFor: ClientsFor;
  readonly secret: Secret;
  readonly onFailure: OnFailure;
}

/**
 * Tells people over the channels that the configuration names. Where the secret of one is missing, it takes no message, and
 * the others are used.
 *
 * @throws bad-configuration where the topic is where there is no way in
 */
export async function notifierOverAws(
  config: Config,
  { mail, clientsFor, secret, onFailure }: OverAws,
): Promise<Notifier> {
  const slack = await slackOf(config, secret);
  const mailer = sesMailer(mail.of(SESv2Client));
  const parts = { webhook: slack.webhook, mailer, clientsFor, fetch, wait: setTimeout };
  const channels = await channelsOf(config, parts);
  return notifier(config, { ...channels, ...slack.instead }, onFailure);
}

/** The webhook of Slack, or what is there instead where its secret is missing: each message says so, not only the first. */
async function slackOf(
  config: Config,
  secret: Secret,
): Promise<{ readonly webhook: string | null; readonly instead?: Channels }> {
  try {
    const { webhook } = await checkChannels(config, secret);
    return { webhook };
  } catch (error) {
    return { webhook: null, instead: { slack: { name: "slack", send: () => Promise.reject(error) } } };
  }
}
