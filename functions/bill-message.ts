import { badInput } from "@tagledger/core/errors";
import * as z from "zod/mini";

/** What S3 tells over EventBridge of an object that was written; the key stands there as it is. */
const written = z.object({
  source: z.literal("aws.s3"),
  "detail-type": z.literal("Object Created"),
  detail: z.object({
    bucket: z.object({ name: z.string().check(z.minLength(1)) }),
    object: z.object({ key: z.string().check(z.minLength(1)) }),
  }),
});
/** What the clock tells once a day, as events get lost. */
const look = z.object({ look: z.literal("all") });
const message = z.union([written, look]);

/** What is to be looked at: one manifest, or all places where bills are delivered. */
export type BillMessage = { readonly kind: "manifest"; readonly place: string } | { readonly kind: "look" };

/**
 * Reads what waits in the queue of bills.
 *
 * @throws bad-input where it is neither an object that was written nor the wish to look at all places
 * @example readBillMessage('{"look":"all"}') // { kind: "look" }
 */
export function readBillMessage(body: string): BillMessage {
  const read = z.safeParse(message, jsonIn(body));
  if (!read.success)
    throw badInput("a message is neither an object that S3 was given nor the wish to look at all places");
  if ("look" in read.data) return { kind: "look" };
  const { bucket, object } = read.data.detail;
  return { kind: "manifest", place: `s3://${bucket.name}/${object.key}` };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
