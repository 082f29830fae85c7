import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder of inputs that some machines hold beside the project; null where they do not. */
export function sharedFolder(path: string, from = join(import.meta.dirname, "../../..")): string | null {
  const above = dirname(from);
  if (above === from) return null;
  const found = join(above, "shared", path);
  return existsSync(found) ? found : sharedFolder(path, above);
}
