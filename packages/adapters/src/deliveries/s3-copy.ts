import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { DeliveredPart } from "@tagledger/core/bills/delivery";
import { TagledgerError } from "@tagledger/core/errors";
import { s3ObjectOf } from "../aws/s3-object.ts";
import type { ByteRange } from "./ranges.ts";
import { explainS3, statusOf } from "./s3-trouble.ts";

const TRIES = 4;
const PAUSE = 100;

/** S3, or what stands for it, answered with other bytes than it was asked for. */
export class RangeIgnored extends Error {}

/** An object that is copied to a file on this machine, byte for byte at the same place in it. */
export interface Copied {
  readonly client: S3Client;
  readonly part: DeliveredPart;
  readonly file: FileHandle;
  /** Hears of bytes that came. */
  readonly count: (bytes: number) => void;
}

/**
 * Copies a range of an object as long as it is the one with the part's tag; goes on where an answer broke off.
 *
 * @throws outside-failure where it was replaced, or an answer breaks off again and again
 * @throws RangeIgnored where ranges are not to be had
 */
export async function copyRange(copied: Copied, { start, end }: ByteRange): Promise<void> {
  const { place } = copied.part;
  let at = start;
  let reason: unknown;
  for (let left = TRIES; left > 0; left--) {
    if (left < TRIES) await setTimeout(PAUSE * 2 ** (TRIES - left - 1));
    try {
      for await (const chunk of await ask(copied, { start: at, end })) {
        copied.count(chunk.length);
        if (at + chunk.length > end) throw new RangeIgnored();
        await copied.file.write(chunk, 0, chunk.length, at);
        at += chunk.length;
      }
      if (at === end) return;
      reason = undefined;
    } catch (error) {
      const again = error instanceof RangeIgnored && start === 0 && end === copied.part.bytes && at > 0;
      if (!again && !isCutOff(error)) throw error;
      // What cannot be gone on with is begun anew.
      if (again) at = 0;
      reason = error;
    }
  }
  const message = `${place}: S3's answers break off (${at - start} of ${end - start} bytes came)`;
  throw new TagledgerError("outside-failure", message, { file: place }, { cause: reason });
}

async function ask({ client, part }: Copied, { start, end }: ByteRange): Promise<AsyncIterable<Uint8Array>> {
  const { bucket, key } = s3ObjectOf(part.place);
  const whole = start === 0 && end === part.bytes;
  const asked = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    IfMatch: part.tag,
    ...(!whole && { Range: `bytes=${start}-${end - 1}` }),
  });
  const { Body, ETag, ContentRange } = await client.send(asked).catch((error: unknown) => {
    throw statusOf(error) === 416 ? new RangeIgnored() : explainS3(error, part.place);
  });
  if (!(Body instanceof Readable)) throw new Error(`${part.place}: S3 gave nothing`);
  if (ETag !== part.tag) {
    Body.destroy();
    const message = `${part.place}: the object was replaced while it was read`;
    throw new TagledgerError("outside-failure", message, { file: part.place });
  }
  if (!whole && ContentRange !== `bytes ${start}-${end - 1}/${part.bytes}`) {
    Body.destroy();
    throw new RangeIgnored();
  }
  return Body;
}

/** Whether an answer ended before its end, and not this machine is at fault. */
function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof TagledgerError) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    ["ECONNRESET", "EPIPE", "ETIMEDOUT", "ERR_STREAM_PREMATURE_CLOSE"].includes(code) ||
    error.message === "aborted" ||
    error.name === "TimeoutError"
  );
}
