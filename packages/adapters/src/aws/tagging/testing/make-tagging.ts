import type { Named } from "../../inventory/reader.ts";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import type { NamedTagging, TagChange } from "../writer.ts";

/** What is written to a resource: `makeTagging("ec2", "volume/vol-1", { set: { team: "vision" } })`. */
export function makeTagging(
  service: string,
  resource: string,
  { set = {}, remove = [], ...more }: Partial<TagChange> & Partial<Named> = {},
): NamedTagging {
  return { target: makeSought(service, resource, more), set, remove };
}
