import { statfs } from "node:fs/promises";
import type { Delivery } from "@tagledger/core/bills/delivery";
import { badInput, TagledgerError } from "@tagledger/core/errors";

/** What DuckDB says where it, its memory or its own files are the trouble, and not the bill. */
const OURS = /Out of Memory Error|IO Error|INTERNAL Error|Connection Error|\.unfinished/;
const TOO_MUCH = /Overflow in|Out of Range Error/;

/** Where something went wrong. */
export interface Circumstances {
  /** Where the engine works. */
  readonly workspace: string;
  readonly delivery: Pick<Delivery, "export" | "period" | "parts">;
}

/**
 * What went wrong with a bill, told from what went wrong around it: without room, without memory, or as somebody else
 * removed what was worked on. That may go well the next time, and is no fault of the bill.
 */
export async function outsideTrouble(
  error: unknown,
  { workspace, delivery }: Circumstances,
): Promise<unknown> {
  const told = await noRoom(error, workspace);
  if (told !== error || !(error instanceof Error)) return told;
  const { export: name, period, parts } = delivery;
  const said = causes(error).join("\n");
  const fields = { export: name, period };
  const isTold = error instanceof TagledgerError;
  if (!isTold && TOO_MUCH.test(said))
    return badInput(`${name} ${period}: amounts that sum to more than 10^14`, fields, error);
  // What stands in a part that was delivered is told of that part.
  const isOfPart =
    isTold && parts.some(({ place }) => error.message.startsWith(place)) && !said.includes(workspace);
  const isOurs = OURS.test(said) && (!isOfPart || /Out of Memory|INTERNAL/.test(said));
  if (isTold && (error.code !== "bad-input" || !isOurs)) return error;
  const reason = said.split("\n").at(-1);
  const message = `${name} ${period}: could not be worked on (${reason}); nothing is wrong with the bill, and the next try begins anew`;
  return new TagledgerError("outside-failure", message, fields, { cause: error });
}

/** The error of work that found no room, which says so, and where. */
async function noRoom(error: unknown, folder: string): Promise<unknown> {
  const message = error instanceof Error ? causes(error).join("\n") : "";
  if (
    !/ENOSPC|No space left on device|Disk quota exceeded|EDQUOT|failed to offload data block/i.test(message)
  )
    return error;
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => `${Math.floor((bavail * bsize) / 1e6)} MB`,
    () => "nobody knows how much",
  );
  return new TagledgerError(
    "outside-failure",
    `${folder}: there is no room left on this disk (${free} free); the bill was not taken in`,
    { folder },
    { cause: error },
  );
}

function causes(error: Error): string[] {
  return [error.message, ...(error.cause instanceof Error ? causes(error.cause) : [])];
}
