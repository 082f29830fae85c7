import { setTimeout } from "node:timers/promises";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import type { Reach } from "@tagledger/adapters/aws/inventory/look";
import { channelsOf } from "@tagledger/adapters/notify/channels";
import { checkChannels } from "@tagledger/adapters/notify/check-channels";
import { notifier } from "@tagledger/adapters/notify/notifier";
import { sesMailer } from "@tagledger/adapters/notify/ses";
import type { Config } from "@tagledger/core/config/definition";
import type { Configurations, Notifier } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";

/** How people are told, as the configuration in force says. */
export function liveNotifier(
  { region }: Environment,
  { clientsFor }: Reach,
  configurations: Configurations,
): Notifier {
  let made: { readonly config: Config; readonly notifier: Notifier } | null = null;
  const mailer = sesMailer(new SESv2Client({ region }));

  return {
    async send(message) {
      const { config } = await configurations.current();
      if (made?.config !== config) {
        const { webhook } = await checkChannels(config, async (name) => process.env[name] ?? null);
        const channels = await channelsOf(config, { webhook, mailer, clientsFor, fetch, wait: setTimeout });
        made = { config, notifier: notifier(config, channels, warn) };
      }
      return made.notifier.send(message);
    },
  };
}

function warn(channel: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.warn(JSON.stringify({ level: "WARN", message: `${channel} did not take a message: ${message}` }));
}
