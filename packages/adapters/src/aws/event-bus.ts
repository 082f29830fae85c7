import { setTimeout } from "node:timers/promises";
import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from "@aws-sdk/client-eventbridge";
import { TagledgerError } from "@tagledger/core/errors";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import type { EventBus } from "@tagledger/core/ports";
import { batchesOf, type Placed } from "./event-batches.ts";

/** A bus, and how it is reached. */
export interface EventBusOptions {
  readonly client: EventBridgeClient;
  /** Its name or ARN. */
  readonly bus: string;
  /** Waits before what was throttled is sent again. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** What EventBridge says of an event that it may take in a moment. */
const PASSING = ["InternalException", "InternalFailure", "ThrottlingException"];
/** How often an event is sent; after that it is for the ledger to keep it. */
const ATTEMPTS = 3;
const FIRST_DELAY = 100;

/**
 * A bus of Amazon EventBridge. What it is too busy for is sent again, a few times; what it does not take then, or is too
 * large for it, is refused.
 *
 * @throws outside-failure, on putting, where the bus cannot be reached and nothing was taken
 * @example awsEventBus({ client: new EventBridgeClient({}), bus: "tagledger" })
 */
export function awsEventBus({ client, bus, sleep = setTimeout }: EventBusOptions): EventBus {
  return {
    async put(events) {
      const taken = events.map(() => false);
      const entries = events.map((event, place) => ({ place, entry: entryOf(event, bus) }));
      try {
        for (const batch of batchesOf(entries)) await send(batch, taken);
      } catch (error) {
        // What was taken must be known, or it would be sent again.
        if (!taken.includes(true)) throw unreachable(bus, error);
      }
      return taken;
    },
  };

  async function send(batch: readonly Placed[], taken: boolean[]): Promise<void> {
    let left = batch;
    for (let attempt = 1; left.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
      if (attempt > 1) await sleep(FIRST_DELAY * 4 ** (attempt - 2));
      const { Entries = [] } = await client.send(
        new PutEventsCommand({ Entries: left.map(({ entry }) => entry) }),
      );
      for (const [index, { place }] of left.entries()) {
        taken[place] = Entries[index]?.EventId !== undefined && Entries[index].ErrorCode === undefined;
      }
      left = left.filter((_, index) => PASSING.includes(Entries[index]?.ErrorCode ?? ""));
    }
  }
}

function entryOf({ type, at, detail }: OutgoingEvent, bus: string): PutEventsRequestEntry {
  const { resource } = detail;
  return {
    EventBusName: bus,
    Source: EVENT_SOURCE,
    DetailType: type,
    Time: new Date(at),
    Resources: typeof resource === "string" && resource.startsWith("arn:") ? [resource] : [],
    Detail: JSON.stringify(detail),
  };
}

function unreachable(bus: string, error: unknown): TagledgerError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `the event bus ${bus} took nothing (${reason})`;
  return new TagledgerError("outside-failure", message, { bus }, { cause: error });
}
