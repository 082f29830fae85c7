import type { Delivery } from "@tagledger/core/bills/delivery";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import { inParallel } from "../aws/inventory/parallel.ts";
import { refuseOneFile } from "../bills/one-file.ts";
import { manifestPlace, periodOfPlace } from "./manifest-place.ts";
import type { FoundManifest } from "./newest.ts";
import { type DeliveryNote, parseNote } from "./note.ts";
import type { DeliverySource, StoredFile } from "./source.ts";

/** So many parts are looked at together. */
const AT_ONCE = 8;
/** By how much a part may seem newer than its manifest, in milliseconds. */
const TOLERANCE = 60_000;

/** A delivery, and what tells its export from others of the same name. */
export interface FoundDelivery {
  readonly delivery: Delivery;
  /** Null where nothing does. */
  readonly identity: string | null;
}

/**
 * The delivery that a manifest tells of, each of its parts looked at.
 *
 * @throws bad-input naming the manifest, and the part where it is one that is not there or empty
 */
export async function deliveryOf(source: DeliverySource, manifest: FoundManifest): Promise<FoundDelivery> {
  const { place } = manifest.file;
  const read = await source.read(place);
  if (read === null) throw badInput(`${place}: the manifest is not there any more`, { file: place });
  const note = parseNote(place, read.text);
  const files = await inParallel(note.files, AT_ONCE, (file) => partOf(source, manifest, file));
  refuseOneFile(
    place,
    note.files,
    files.map((file) => file.place),
  );
  const delivery = {
    export: note.export ?? (manifest.name.replace(/[-_.]?manifest\.json$/i, "") || "bill"),
    period: periodOf(manifest, note),
    execution: note.execution,
    manifest: place,
    tag: read.tag,
    // A part that was replaced under the same manifest makes a later delivery.
    deliveredAt:
      ranAt(manifest, note) ?? Math.max(manifest.deliveredAt, ...files.map(({ writtenAt }) => writtenAt)),
    parts: files.map(({ writtenAt: _written, ...part }) => part),
  };
  return { delivery: { ...delivery, identity: note.identity }, identity: note.identity };
}

/** When it was delivered, where folders tell it: that of the manifest, or those of the files where it lies above them. */
function ranAt(manifest: FoundManifest, note: DeliveryNote): number | null {
  const times = note.files.map((file) => manifestPlace(file).ranAt).filter((time) => time !== null);
  return manifest.ranAt ?? (times.length === 0 ? null : Math.max(...times));
}

/** The one period of which manifest, path and files tell. */
function periodOf({ file: { place }, period }: FoundManifest, note: DeliveryNote): string {
  const told: readonly (readonly [period: string | null, by: string])[] = [
    [note.period, "the manifest's billingPeriod"],
    [period, "its path"],
    ...note.files.map((file) => [periodOfPlace(file), `the listed ${file}`] as const),
  ];
  const all = told.filter(([each]) => each !== null);
  const [first = null, firstBy] = all[0] ?? [];
  if (first === null) {
    const message = `${place}: neither the manifest nor a path says which month it is of`;
    throw badInput(message, { file: place });
  }
  const [other, otherBy] = all.find(([each]) => each !== first) ?? [];
  if (other !== undefined) {
    const message = `${place}: ${firstBy} says ${first}, ${otherBy} says ${other}`;
    throw badInput(message, { file: place, value: other ?? "" });
  }
  return first;
}

async function partOf(
  source: DeliverySource,
  { file }: FoundManifest,
  location: string,
): Promise<StoredFile> {
  const manifest = file.place;
  const found = await source.look(await source.listed(location, manifest));
  const fields = { file: manifest, missing: location };
  if (found === null) {
    throw badInput(`${manifest}: the manifest lists ${location}, which is not there`, fields);
  }
  if (found.bytes === 0)
    throw badInput(`${manifest}: the manifest lists ${location}, which is empty`, fields);
  if (isDelivered(found.place, location)) refuseNewer(file, found);
  return found;
}

/** AWS writes manifests last: a part that is newer is of the next delivery, whose manifest is about to come. */
function refuseNewer(manifest: StoredFile, part: StoredFile): void {
  if (part.writtenAt <= manifest.writtenAt + TOLERANCE) return;
  const message = `${part.place}: was written after ${manifest.place}, which lists it: it is being replaced`;
  throw new TagledgerError("outside-failure", message, { files: [part.place, manifest.place] });
}

/** Whether an object lies where AWS put it: copies have times of their own. */
function isDelivered(place: string, location: string): boolean {
  if (!place.startsWith("s3://")) return false;
  return location.startsWith("s3://") ? place === location : place.endsWith(`/${location}`);
}
