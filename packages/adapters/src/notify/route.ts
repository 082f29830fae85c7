import type { Config } from "@tagledger/core/config/definition";
import type { Message } from "@tagledger/core/remediation/message";
import type { Channel, Channels } from "./channel.ts";

/** One channel and whom to reach over it. */
export interface Delivery {
  readonly channel: Channel;
  readonly addresses: readonly string[];
}

/**
 * What leads to a team itself; empty where nothing does, or nobody knows the team.
 *
 * @example teamRoute(config, channels, { team: "vision" }) // [{ channel: slack, addresses: ["#vision"] }]
 */
export function teamRoute(config: Config, { slack, email }: Channels, to: Message["to"]): Delivery[] {
  if (to === "fallback" || !Object.hasOwn(config.teams, to.team)) return [];
  const team = config.teams[to.team];
  return [
    ...(slack === undefined || team?.slack === undefined
      ? []
      : [{ channel: slack, addresses: [team.slack] }]),
    ...(email === undefined ? [] : mailTo(email, team?.email)),
  ];
}

/** What leads to those who are told where no team is. */
export function fallbackRoute({ notify }: Config, { slack, email }: Channels): Delivery[] {
  return [
    ...(slack === undefined ? [] : [{ channel: slack, addresses: [] }]),
    ...(email === undefined ? [] : mailTo(email, notify.fallback?.email)),
  ];
}

function mailTo(channel: Channel, addresses: readonly string[] = []): Delivery[] {
  return addresses.length === 0 ? [] : [{ channel, addresses }];
}
