import type { ItemKey } from "../items.ts";
import { keyText } from "../key-text.ts";

/** The partition of all that was uploaded. */
export const UPLOADS = "UPLOADS";

/** Where it stands what is known of an upload. */
export function uploadKey(name: string): ItemKey {
  return { partition: UPLOADS, sort: keyText(name) };
}
