import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { Call, TagWrite } from "../../catalog/type-facts.ts";
import type { Config } from "../../config/definition.ts";
import { knownKeys } from "../../tags/evaluate/key-spelling.ts";
import { arnsOf, callsOf, serviceOf } from "./calls/of-service.ts";
import { bothOf, type Conditions } from "./document.ts";
import type { Grant } from "./grant.ts";
import { keySpellings } from "./key-spellings.ts";
import type { Permitted } from "./permitted.ts";
import { arnIn, inRegions, type Realm } from "./place.ts";
import { ownOf, readGrants } from "./reads.ts";
import { removalOf } from "./removal.ts";
import { TYPES } from "./types.ts";

/** Services whose tags are rights, or those of a stack: nothing is written to them. */
const NEVER = ["cloudformation", "iam", "organizations"];

/**
 * Writes the tags of the schema, and takes off other spellings of their keys. What the Tagging API writes needs the
 * permission of its service as well, which is where the keys are seen.
 */
export function tagWrites(config: Config, realm: Realm, permitted: Permitted): readonly Grant[] {
  const writes = taggedTypes(permitted).flatMap((type) => callsIn(typeFacts(type).liveTags.write));
  if (writes.length === 0) return [];
  const sets = new Set<Call>(["tag:TagResources", ...writes]);
  const removals = new Set([...sets].map(removalOf));
  const keys = knownKeys(config);
  return [
    ...[...sets].map((call) => write(call, "Tags", { "ForAllValues:StringEquals": keys })),
    ...[...removals].map((call) =>
      write(call, "Untags", { "ForAllValues:StringEqualsIgnoreCase": keySpellings(keys) }),
    ),
  ];

  function write(call: Call, what: string, keysOnly: Readonly<Record<string, readonly string[]>>): Grant {
    const { tagging: { permissions = {}, keyless = [] } = {} } = callsOf(serviceOf(call));
    const seen: Conditions = keyless.includes(call) ? {} : limitedTo(keysOnly);
    return {
      what,
      calls: [permissions[call] ?? call],
      resources: arnsOf(call, "write").map((pattern) => arnIn(realm, pattern)),
      when: [inRegions(realm), ownOf(call, realm), seen].reduce(bothOf),
    };
  }
}

/** Reads what is needed to write tags. */
export function tagReads(realm: Realm, permitted: Permitted): readonly Grant[] {
  const services = new Set(taggedTypes(permitted).map(serviceOf));
  return readGrants(
    realm,
    [...services].flatMap((service) => callsOf(service).tagging?.reads ?? []),
  );
}

function taggedTypes({ repairs }: Permitted): readonly string[] {
  return TYPES.filter((type) => repairs(type) && !NEVER.includes(serviceOf(type)));
}

function callsIn(write: TagWrite | null): Call[] {
  if (write === null) return [];
  return [write.call, ...callsIn(write.otherwise ?? null)];
}

/** That all of no keys are among some says nothing: there must be one, whatever it is called. */
function limitedTo(keys: Readonly<Record<string, readonly string[]>>): Conditions {
  const limits = Object.entries(keys).map(([operator, values]) => [operator, { "aws:TagKeys": values }]);
  return { ...Object.fromEntries(limits), "ForAnyValue:StringLike": { "aws:TagKeys": ["?*"] } };
}
