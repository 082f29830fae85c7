import type { S3Client } from "@aws-sdk/client-s3";
import { badInput } from "@tagledger/core/errors";
import { s3Source } from "../../deliveries/s3-source.ts";
import type { StoredFile } from "../../deliveries/source.ts";
import { DAY, type Span } from "../hours.ts";
import { foldersIn } from "../s3/folders.ts";
import { folderPlace } from "../s3/place.ts";

/** How long after an event its log may be delivered: mostly minutes. */
const LATE = DAY;
/** `AWSLogs/o-organisation/account/CloudTrail/region`, and a prefix of some folders before it. */
const DEPTH = 10;
const IN_DATE = /\/\d{4}\/(?:\d{2}\/){0,2}$/;
const LOG = /\.json(\.gz)?$/i;

/**
 * The files of a trail that may tell of a time, wherever in the layout of `AWSLogs/` the place is; only the days of
 * that time are listed.
 *
 * @throws bad-input where nothing there is laid out so
 */
export async function trailFiles(client: S3Client, place: string, asked: Span): Promise<StoredFile[]> {
  const source = s3Source(client);
  const found: StoredFile[] = [];
  let isTrail = false;
  await walk(folderPlace(place), DEPTH);
  if (!isTrail) {
    const message = `${place}: there are no logs of CloudTrail here: expected folders such as AWSLogs/111122223333/CloudTrail/eu-central-1/2026`;
    throw badInput(message, { value: place });
  }
  return found;

  async function walk(folder: string, depth: number): Promise<void> {
    if (IN_DATE.test(folder)) return listed(folder);
    const names = await foldersIn(client, folder);
    if (names.some((name) => /^\d{4}$/.test(name))) {
      isTrail = true;
      for (const day of daysOf(asked)) if (names.includes(day.slice(0, 4))) await listed(`${folder}${day}/`);
      return;
    }
    if (depth === 0) return;
    // Other services deliver beside CloudTrail; digests and insights hold no events of data.
    for (const name of names.includes("CloudTrail") ? ["CloudTrail"] : names) {
      if (!name.startsWith("CloudTrail-")) await walk(`${folder}${name}/`, depth - 1);
    }
  }

  async function listed(folder: string): Promise<void> {
    isTrail = true;
    const files = await source.list(folder);
    found.push(...files.filter(({ place }) => LOG.test(place)));
  }
}

function daysOf({ start, end }: Span): string[] {
  const days: string[] = [];
  for (let day = Math.floor(start / DAY) * DAY; day < end + LATE; day += DAY) {
    days.push(new Date(day).toISOString().slice(0, 10).replaceAll("-", "/"));
  }
  return days;
}
