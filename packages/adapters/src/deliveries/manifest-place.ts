/** What the place of a manifest tells of it. */
export interface ManifestPlace {
  /** The folder of all deliveries of this export and period. */
  readonly home: string;
  /** The name of its file. */
  readonly name: string;
  /** `YYYY-MM`; null where no folder tells it. */
  readonly period: string | null;
  /** When it was delivered, where the folder of its run tells it, in epoch milliseconds. */
  readonly ranAt: number | null;
  /** Whether it says itself which files are in force: that of a legacy report that lies above those of its runs. */
  readonly inForce: boolean;
}

/** Whether a name is that of a manifest; the notes for Redshift and QuickSight beside it are none. */
export function isManifest(place: string): boolean {
  return /(^|[-_./\\])manifest\.json$/i.test(place);
}

/**
 * Reads what the place of a manifest tells of it.
 *
 * @example manifestPlace("s3://b/cur2/metadata/BILLING_PERIOD=2026-09/cur2-Manifest.json").period // "2026-09"
 */
export function manifestPlace(place: string): ManifestPlace {
  const folders = place.split("/");
  const name = folders.pop() ?? "";
  const at = folders.findLastIndex((folder) => periodOfFolder(folder) !== null);
  const home = at < 0 ? folders : folders.slice(0, at + 1);
  return {
    home: home.join("/"),
    name,
    period: at < 0 ? null : periodOfFolder(folders[at] ?? ""),
    ranAt: at < 0 ? null : timeOf(folders[at + 1] ?? ""),
    inForce: at === folders.length - 1 && isRange(folders[at] ?? ""),
  };
}

/** The period that a place below a folder like `BILLING_PERIOD=2026-09` or `20260901-20261001` is of. */
export function periodOfPlace(place: string): string | null {
  return manifestPlace(place).period;
}

function periodOfFolder(folder: string): string | null {
  const [, named] = /^billing_period=(\d{4}-\d{2})$/i.exec(folder) ?? [];
  if (named !== undefined) return named;
  return isRange(folder) ? `${folder.slice(0, 4)}-${folder.slice(4, 6)}` : null;
}

/** Whether a folder is one of a legacy report, which is named by the first day and the one after the last. */
function isRange(folder: string): boolean {
  return /^\d{8}-\d{8}$/.test(folder);
}

/** The time that the folder of a run begins with, as `2026-09-05T00:15:07.123Z-<id>`. */
function timeOf(folder: string): number | null {
  const [time] = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/.exec(folder) ?? [];
  const at = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? null : at;
}
