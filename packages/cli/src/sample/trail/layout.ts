import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { isoTime } from "../month.ts";
import type { Random } from "../random.ts";
import type { Delivery } from "./delivery.ts";

/** One file of a log, as it lies in a bucket. */
export interface LogFile {
  readonly path: string;
  readonly records: readonly string[];
}

/** CloudTrail writes what arrived every few minutes: here, every quarter of an hour. */
const WINDOW = 900;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The files that deliveries make: one for each account and region and for what arrived together. */
export function filesOf(deliveries: readonly Delivery[], random: Random): LogFile[] {
  const files = new Map<string, string[]>();
  for (const { account, region, delivered, text } of deliveries) {
    const key = nameOf(account.id, region.code, Math.ceil(delivered / WINDOW) * WINDOW);
    const records = files.get(key);
    if (records === undefined) files.set(key, [text]);
    else records.push(text);
  }
  return [...files].map(([name, records]) => ({
    path: `${name}_${random.text(16, LETTERS)}.json.gz`,
    records,
  }));
}

/** Writes a log's files into a folder. */
export async function writeFiles(folder: string, files: readonly LogFile[]): Promise<void> {
  for (const day of new Set(files.map(({ path }) => dirname(path)))) {
    await mkdir(join(folder, day), { recursive: true });
  }
  for (const { path, records } of files) {
    await writeFile(join(folder, path), gzipSync(`{"Records":[${records.join(",")}]}`));
  }
}

function nameOf(account: string, region: string, written: number): string {
  const [day = "", time = ""] = isoTime(written).split("T");
  const stamp = `${day.replaceAll("-", "")}T${time.slice(0, 5).replace(":", "")}Z`;
  const folder = `AWSLogs/${account}/CloudTrail/${region}/${day.replaceAll("-", "/")}`;
  return `${folder}/${account}_CloudTrail_${region}_${stamp}`;
}
