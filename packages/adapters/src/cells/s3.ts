import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { CellStore } from "@tagledger/core/ports/ingestion";
import { s3ObjectOf } from "../aws/s3-object.ts";
import { explainS3, statusOf } from "../deliveries/s3-trouble.ts";
import { checkPlace, folderOf, type KeptFile, keptFiles, LIST, listText } from "./list.ts";
import { download } from "./s3-download.ts";

const TRIES = 3;
const PAUSE = 500;

/** Where cells are kept. */
export interface CellBucket {
  readonly client: S3Client;
  readonly bucket: string;
  /** What the keys of all that is kept begin with; empty or ending in a slash. */
  readonly prefix: string;
}

/**
 * Keeps the cells of versions in a bucket: the list of their files comes last, and goes first.
 *
 * @example await s3Cells({ client, bucket: "tagledger", prefix: "cells/" }).keep(version, files)
 * // "s3://tagledger/cells/cur2/2026-09/5f0c…-81aa…"
 */
export function s3Cells({ client, bucket, prefix }: CellBucket): CellStore {
  return {
    async keep(version, paths) {
      const kept = await keptFiles(paths);
      const folder = `${prefix}${folderOf(version, kept)}`;
      const place = `s3://${bucket}/${folder}`;
      try {
        for (const [index, file] of kept.entries()) await putFile(folder, file, paths[index] ?? "");
        const list = { Key: `${folder}/${LIST}`, Body: listText(kept), ContentType: "application/json" };
        await client.send(new PutObjectCommand({ Bucket: bucket, ...list }));
      } catch (error) {
        throw explainS3(error, place);
      }
      return place;
    },
    async open(place) {
      const folder = await mkdtemp(join(tmpdir(), "tagledger-cells-"));
      const close = () => rm(folder, { recursive: true, force: true });
      try {
        return { files: await download(client, place, folder), close };
      } catch (error) {
        await close();
        throw explainS3(error, place);
      }
    },
    async remove(place) {
      checkPlace(place);
      const { bucket: Bucket, key: folder } = s3ObjectOf(place);
      try {
        await client.send(new DeleteObjectCommand({ Bucket, Key: `${folder}/${LIST}` }));
        for (const Key of await keysBelow(Bucket, `${folder}/`)) {
          await client.send(new DeleteObjectCommand({ Bucket, Key }));
        }
      } catch (error) {
        throw explainS3(error, place);
      }
    },
  };

  /** What is read from a file can only be sent again by reading it again, which the SDK does not do. */
  async function putFile(folder: string, file: KeptFile, path: string): Promise<void> {
    for (let left = TRIES; ; left--) {
      try {
        await putOnce(folder, file, path);
        return;
      } catch (error) {
        if (left === 1 || (statusOf(error) ?? 500) < 500) throw error;
        await setTimeout(PAUSE * (TRIES - left + 1));
      }
    }
  }

  async function putOnce(folder: string, { name, bytes, sha256 }: KeptFile, path: string): Promise<void> {
    const content = {
      Body: createReadStream(path),
      ContentLength: bytes,
      ChecksumSHA256: Buffer.from(sha256, "hex").toString("base64"),
    };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: `${folder}/${name}`, ...content }));
  }

  async function keysBelow(bucket: string, folder: string): Promise<string[]> {
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const asked = new ListObjectsV2Command({ Bucket: bucket, Prefix: folder, ContinuationToken: token });
      const { Contents = [], NextContinuationToken } = await client.send(asked);
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      token = NextContinuationToken;
    } while (token !== undefined);
    return keys;
  }
}
