import type { Fields } from "@tagledger/core/remediation/fields";
import { KINDS } from "../kinds.ts";
import type { Company } from "./company.ts";
import { type Resident, thingOf } from "./resident.ts";

type Tags = Readonly<Record<string, string>>;

/** Begins a life under a name. */
export function create(company: Company, resident: Resident, tags: Tags, will: Record<string, Fields>): void {
  const { now } = company.cloud;
  resident.lives += 1;
  Object.assign(resident, {
    born: now,
    will,
    willed: now,
    quarantined: null,
    notices: [],
    tagged: null,
    asked: false,
  });
  resident.ended = Number.NEGATIVE_INFINITY;
  company.cloud.become(resident.arn, tags);
  if (resident.kind !== "bucket") company.estate.things.set(resident.arn, thingOf(resident));
  const bare = resident.kind === "bucket" && Object.keys(tags).length > 0;
  company.log(resident, KINDS[resident.kind].create(resident.name, tags));
  if (bare) company.log(resident, KINDS.bucket.tag(resident.name, tags));
}

/** Ends it. */
export function remove(company: Company, resident: Resident): void {
  if (resident.born === null) return;
  resident.born = null;
  if (resident.quarantined !== null) company.end(resident, "gone while quarantined");
  company.cloud.become(resident.arn, null);
  company.estate.things.delete(resident.arn);
  company.log(resident, KINDS[resident.kind].remove(resident.name));
}

/** Somebody else than us writes or takes off tags. */
export function tag(company: Company, resident: Resident, tags: Tags, without: readonly string[] = []): void {
  if (resident.born === null) return;
  const kept = Object.entries({ ...company.tags(resident), ...tags }).filter(
    ([key]) => !without.includes(key),
  );
  const after = Object.fromEntries(kept);
  company.cloud.become(resident.arn, after);
  const kind = KINDS[resident.kind];
  const written = resident.kind === "bucket" ? after : tags;
  if (Object.keys(written).length > 0) company.log(resident, kind.tag(resident.name, written));
  if (resident.kind === "bucket" && Object.keys(written).length > 0) return;
  if (without.length > 0) company.log(resident, kind.untag(resident.name, without));
}
