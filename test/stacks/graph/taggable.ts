import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PLATFORM } from "../platform.ts";

/** Whether the provider tags resources of this type: whether its own source gives them `tagsAll`. */
export function isTaggable(type: string): boolean {
  const [, path] = /^aws:([^:]+):/.exec(type) ?? [];
  if (path === undefined) return false;
  const source = readFileSync(join(PLATFORM, "node_modules/@pulumi/aws", `${path}.js`), "utf8");
  return source.includes('resourceInputs["tagsAll"]');
}
