import { badInput } from "@tagledger/core/errors";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import * as z from "zod/mini";

/** That a bill is read from now on, as the bus delivers it. */
const published = z.object({
  source: z.literal(EVENT_SOURCE),
  "detail-type": z.literal("BillPublished"),
  detail: z.object({ period: z.string().check(z.regex(/^\d{4}-\d{2}$/)) }),
});
/** What the clock tells, as usage comes late and events get lost: each month for itself, as each may take its time. */
const due = z.object({ allocate: z.literal("open"), back: z.int().check(z.gte(0), z.lte(12)) });
const message = z.union([published, due]);

/** What is to be divided: a month, or the one so many months ago if it is open. */
export type AllocateMessage =
  | { readonly kind: "period"; readonly period: string }
  | { readonly kind: "open"; readonly back: number };

/**
 * Reads what waits in the queue of allocations.
 *
 * @throws bad-input where it is neither a bill that was published nor the wish to divide an open month
 * @example readAllocateMessage('{"allocate":"open","back":1}') // { kind: "open", back: 1 }
 */
export function readAllocateMessage(body: string): AllocateMessage {
  const read = z.safeParse(message, jsonIn(body));
  if (!read.success)
    throw badInput("a message is neither a bill that was published nor the wish to divide an open month");
  if ("allocate" in read.data) return { kind: "open", back: read.data.back };
  return { kind: "period", period: read.data.detail.period };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
