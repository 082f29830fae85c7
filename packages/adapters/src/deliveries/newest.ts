import { type ManifestPlace, manifestPlace } from "./manifest-place.ts";
import type { StoredFile } from "./source.ts";

/** A manifest that was found, and what its place tells. */
export interface FoundManifest extends ManifestPlace {
  readonly file: StoredFile;
  /** In epoch milliseconds. */
  readonly deliveredAt: number;
}

/** A manifest, with what its place tells. */
export function foundManifest(file: StoredFile): FoundManifest {
  const place = manifestPlace(file.place);
  return { ...place, file, deliveredAt: place.ranAt ?? file.writtenAt };
}

/** Of the manifests of each folder and name the one in force, or the newest; a run's own copy comes after the other. */
export function newestManifests(files: readonly StoredFile[]): readonly FoundManifest[] {
  const newest = new Map<string, FoundManifest>();
  for (const manifest of files.map(foundManifest)) {
    const key = `${manifest.home}\n${manifest.name}`;
    const known = newest.get(key);
    if (known === undefined || compareManifests(known, manifest) < 0) newest.set(key, manifest);
  }
  return [...newest.values()];
}

/** Which of two manifests counts: the greater. */
function compareManifests(left: FoundManifest, right: FoundManifest): number {
  return (
    Number(left.inForce) - Number(right.inForce) ||
    left.deliveredAt - right.deliveredAt ||
    right.file.place.length - left.file.place.length ||
    (left.file.place < right.file.place ? -1 : 1)
  );
}
