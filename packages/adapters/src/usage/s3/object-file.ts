import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { S3Client } from "@aws-sdk/client-s3";
import type { DeliveredPart } from "@tagledger/core/bills/delivery";
import { putWhole } from "../../deliveries/local-part.ts";
import { copyRange } from "../../deliveries/s3-copy.ts";
import { explainS3 } from "../../deliveries/s3-trouble.ts";

/** Where objects come from, and where they lie while they are read. */
export interface ObjectFiles {
  readonly client: S3Client;
  readonly folder: string;
}

/**
 * Has an object read as a file on this machine, which is gone again afterwards.
 *
 * @throws outside-failure where it cannot be had whole as it was found
 */
export async function asFile<Found>(
  { client, folder }: ObjectFiles,
  part: DeliveredPart,
  read: (path: string) => Promise<Found>,
): Promise<Found> {
  const ending = /(\.[a-z]+){0,2}$/i.exec(part.place)?.[0] ?? "";
  const path = join(folder, `${randomUUID()}${ending}`);
  const whole = { start: 0, end: part.bytes };
  try {
    await putWhole(folder, part.bytes, async (file) => {
      // An empty object has no bytes that could be asked for.
      if (part.bytes > 0) await copyRange({ client, part, file, count: () => {} }, whole);
      return path;
    });
  } catch (error) {
    throw explainS3(error, part.place);
  }
  try {
    return await read(path);
  } finally {
    await rm(path, { force: true });
  }
}
