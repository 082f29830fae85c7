import type { Config } from "@tagledger/core/config/definition";
import type { Delivered, Notifier } from "@tagledger/core/ports";
import type { Message } from "@tagledger/core/remediation/message";
import { localTimeIn } from "@tagledger/core/remediation/message/instant";
import { type Rendered, renderMessage } from "@tagledger/core/remediation/message/render";
import type { Channels } from "./channel.ts";
import { type Delivery, fallbackRoute, teamRoute } from "./route.ts";

/** Hears of a channel that did not take a message. */
export type OnFailure = (channel: string, error: unknown) => void;

/**
 * Tells a team over its own channels, the fallback where nothing leads to the team, all that does has failed, or it is
 * to hear as well, and the topic in any case. One channel that fails keeps no other from being tried.
 *
 * @example await notifier(config, { email }, onFailure).send(message) // { via: ["email"], refusedBy: [] }
 */
export function notifier(config: Config, channels: Channels, onFailure: OnFailure): Notifier {
  const localTime = localTimeIn(config.reports.timeZone);

  const deliver = async (rendered: Rendered, deliveries: readonly Delivery[]): Promise<Delivered> => {
    const answers = await Promise.all(
      deliveries.map(async ({ channel, addresses }) => {
        try {
          await channel.send(rendered, addresses);
          return { via: [channel.name], refusedBy: [] };
        } catch (error) {
          onFailure(channel.name, error);
          return { via: [], refusedBy: [channel.name] };
        }
      }),
    );
    return together(answers);
  };

  return {
    async send(message) {
      const own = teamRoute(config, channels, message.to);
      const note = own.length === 0 ? noteOn(message, "to whom no channel leads") : null;
      const rendered = renderMessage(message, { note, localTime });
      const topic = channels.sns === undefined ? [] : [{ channel: channels.sns, addresses: [] }];
      const told = await deliver(rendered, own.length === 0 ? fallbackRoute(config, channels) : own);
      const heard = await deliver(rendered, topic);
      const isDone = told.via.length > 0 && message.withFallback !== true;
      if (own.length === 0 || isDone) return together([told, heard]);
      const why = told.via.length > 0 ? "which hears of it, too" : "whose own channels all failed";
      const besides = renderMessage(message, { note: noteOn(message, why), localTime });
      const others = await deliver(besides, fallbackRoute(config, channels));
      return together([told, others, heard]);
    },
  };
}

/** Each channel once, though a message may have been given to it for two addresses. */
function together(all: readonly Delivered[]): Delivered {
  return {
    via: [...new Set(all.flatMap(({ via }) => via))],
    refusedBy: [...new Set(all.flatMap(({ refusedBy }) => refusedBy))],
  };
}

/** Tells the fallback why it hears of something that is a team's. */
function noteOn({ to }: Message, why: string): string | null {
  return to === "fallback" ? null : `This is for the team ${to.team}, ${why}.`;
}
