import { badInput } from "@tagledger/core/errors";

/**
 * Refuses what a manifest lists under two names that are one file: one part would be missing, or lines without an id be
 * counted twice.
 *
 * @param places where each of the listed lies, in their order
 * @throws bad-input naming the manifest, both names and the file
 */
export function refuseOneFile(manifest: string, listed: readonly string[], places: readonly string[]): void {
  const names = new Map<string, string>();
  for (const [index, place] of places.entries()) {
    const [name = "", known] = [listed[index], names.get(place)];
    if (known !== undefined) {
      const message = `${manifest}: the manifest lists ${known} and ${name}, which are one file here: ${place}`;
      throw badInput(message, { file: manifest, value: name });
    }
    names.set(place, name);
  }
}
