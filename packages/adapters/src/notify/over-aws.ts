import { setTimeout } from "node:timers/promises";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import type { Config } from "@tagledger/core/config/definition";
import type { Notifier } from "@tagledger/core/ports";
import type { Clients, ClientsFor } from "../aws/inventory/clients.ts";
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
 * Tells people over the channels that the configuration names. Where the secret of one is missing, `onFailure` hears of it,
 * and the others are used.
 *
 * @throws bad-configuration where the topic is where there is no way in
 */
export async function notifierOverAws(
  config: Config,
  { mail, clientsFor, secret, onFailure }: OverAws,
): Promise<Notifier> {
  const webhook = await webhookOf(config, secret, onFailure);
  const mailer = sesMailer(mail.of(SESv2Client));
  const channels = await channelsOf(config, { webhook, mailer, clientsFor, fetch, wait: setTimeout });
  return notifier(config, channels, onFailure);
}

async function webhookOf(config: Config, secret: Secret, onFailure: OnFailure): Promise<string | null> {
  try {
    return (await checkChannels(config, secret)).webhook;
  } catch (error) {
    onFailure("slack", error);
    return null;
  }
}
