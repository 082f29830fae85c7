import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { inParallel } from "../aws/inventory/parallel.ts";
import { s3ObjectOf } from "../aws/s3-object.ts";
import { explainRoom } from "../deliveries/no-room.ts";
import { statusOf } from "../deliveries/s3-trouble.ts";
import { damaged, LIST, parseList, verifyFile } from "./list.ts";

const AT_ONCE = 4;

/**
 * Brings the cells of a version to a folder of this machine.
 *
 * @throws outside-failure where they are not there as they were kept
 */
export async function download(client: S3Client, place: string, into: string): Promise<readonly string[]> {
  const { bucket, key: folder } = s3ObjectOf(place);
  const list = await get(LIST);
  const kept = parseList(
    place,
    await list.toArray().then((chunks) => Buffer.concat(chunks).toString("utf8")),
  );
  return inParallel(kept, AT_ONCE, async (file) => {
    const path = join(into, file.name);
    await pipeline(await get(file.name), createWriteStream(path)).catch((error: unknown) => {
      throw explainRoom(error, into, file.bytes);
    });
    await verifyFile(place, path, file);
    return path;
  });

  async function get(name: string): Promise<Readable> {
    const asked = new GetObjectCommand({ Bucket: bucket, Key: `${folder}/${name}` });
    const { Body } = await client.send(asked).catch((error: unknown) => {
      throw statusOf(error) === 404 ? damaged(place, `${name} is not there`, error) : error;
    });
    if (Body instanceof Readable) return Body;
    throw damaged(place, `${name} is not there`);
  }
}
