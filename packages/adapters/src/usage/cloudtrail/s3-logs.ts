import type { S3Client } from "@aws-sdk/client-s3";
import { badInput } from "@tagledger/core/errors";
import { eachAtOnce } from "../../deliveries/at-once.ts";
import { s3Source } from "../../deliveries/s3-source.ts";
import type { StoredFile } from "../../deliveries/source.ts";
import { DAY, type Span } from "../hours.ts";
import { foldersIn } from "../s3/folders.ts";
import { folderPlace } from "../s3/place.ts";

/** How long after an event its log may be delivered: mostly minutes. */
const LATE = DAY;
/** `AWSLogs/o-organisation/account/CloudTrail/region`, and a prefix of some folders before it. */
const DEPTH = 10;
/** So many folders are listed at once. */
const AT_ONCE = 8;
const IN_DATE = /\/\d{4}\/(?:\d{2}\/){0,2}$/;
const LOG = /\.json(\.gz)?$/i;

/**
 * The files of a trail that may tell of a time, wherever in the layout of `AWSLogs/` the place is; only the month of
 * that time is listed, and the day after.
 *
 * @throws bad-input where nothing there is laid out so
 */
export async function trailFiles(client: S3Client, place: string, asked: Span): Promise<StoredFile[]> {
  const source = s3Source(client);
  const folders = await foldersOfLogs(client, place, asked);
  if (folders === null) {
    const message = `${place}: there are no logs of CloudTrail here: expected folders such as AWSLogs/111122223333/CloudTrail/eu-central-1/2026`;
    throw badInput(message, { value: place });
  }
  const found: StoredFile[] = [];
  await eachAtOnce(folders, AT_ONCE, async (folder) => {
    for (const file of await source.list(folder)) if (LOG.test(file.place)) found.push(file);
  });
  return found;
}

/** The folders whose logs may tell of a time; null where no folder is named by a date. */
async function foldersOfLogs(client: S3Client, place: string, asked: Span): Promise<string[] | null> {
  const found: string[] = [];
  let isTrail = false;
  await walk(folderPlace(place), DEPTH);
  return isTrail ? found : null;

  async function walk(folder: string, depth: number): Promise<void> {
    const names = IN_DATE.test(folder) ? [] : await foldersIn(client, folder);
    const years = names.filter((name) => /^\d{4}$/.test(name));
    if (IN_DATE.test(folder)) found.push(folder);
    else
      found.push(
        ...datesOf(asked).flatMap((date) => (years.includes(date.slice(0, 4)) ? [`${folder}${date}/`] : [])),
      );
    isTrail ||= IN_DATE.test(folder) || years.length > 0;
    if (depth === 0 || years.length > 0) return;
    for (const name of ofTrail(names)) await walk(`${folder}${name}/`, depth - 1);
  }
}

/** Other services deliver beside CloudTrail; digests and insights hold no events of data. */
function ofTrail(names: readonly string[]): readonly string[] {
  const own = ["AWSLogs", "CloudTrail"].filter((name) => names.includes(name));
  return own.length > 0 ? own : names.filter((name) => !name.startsWith("CloudTrail-"));
}

/** The months of a time, as folders call them, and the day after where that is in another. */
function datesOf({ start, end }: Span): string[] {
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10).replaceAll("-", "/");
  const months = [...new Set([start, end - 1].map((instant) => day(instant).slice(0, 7)))];
  const last = day(end - 1 + LATE);
  return months.includes(last.slice(0, 7)) ? months : [...months, last];
}
