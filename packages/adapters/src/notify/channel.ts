import type { Rendered } from "@tagledger/core/remediation/message/render";

/** A way to reach people. */
export interface Channel {
  /** As the ledger remembers it: `slack`, `email` or `sns`. */
  readonly name: string;
  /**
   * Sends a message to addresses as the channel knows them; without any, to wherever the channel leads by itself.
   *
   * @throws Error, which shows no secret, where it was not taken
   */
  send(rendered: Rendered, addresses: readonly string[]): Promise<void>;
}

/** The channels that there are. */
export interface Channels {
  /** Addresses are channels of Slack; without any it is the webhook's own. */
  readonly slack?: Channel;
  /** Addresses are those of mail. */
  readonly email?: Channel;
  /** Has no addresses: the topic hears everything. */
  readonly sns?: Channel;
}
