import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { Call } from "../../catalog/type-facts.ts";
import { serviceCalls } from "./calls/all.ts";
import { arnsOf, callsOf, remediedOf, serviceOf } from "./calls/of-service.ts";
import { bothOf, type Conditions } from "./document.ts";
import type { Grant } from "./grant.ts";
import type { Permitted } from "./permitted.ts";
import { arnIn, inRegions, type Realm } from "./place.ts";
import { TYPES } from "./types.ts";

/** Reads what carries which tags, and whether it is there. */
export function looks(realm: Realm): readonly Grant[] {
  const calls = serviceCalls.flatMap(({ service, looks = [], asksExistence }) => [
    ...looks,
    ...(asksExistence === true ? existenceCalls(service) : []),
  ]);
  return readGrants(realm, ["tag:GetResources", ...calls]);
}

/** Lists what there is. */
export function lists(realm: Realm): readonly Grant[] {
  return readGrants(
    realm,
    serviceCalls.flatMap(({ lists = [] }) => lists),
  );
}

/** Looks at what may be acted on: what state it is in, and what would be lost. */
export function inspections(realm: Realm, permitted: Permitted): readonly Grant[] {
  const types = TYPES.filter(permitted.inspects);
  return readGrants(
    realm,
    types.flatMap((type) => remediedOf(type)?.inspects ?? []),
  );
}

/** Grants reads, each of what it can be narrowed to. */
export function readGrants(realm: Realm, calls: readonly Call[]): readonly Grant[] {
  return [...new Set(calls)].map((call) => {
    const patterns = arnsOf(call, "read");
    const own = patterns.includes("*") ? {} : ownOf(call, realm);
    return {
      what: patterns.includes("*") ? "Lists" : "Reads",
      calls: [call],
      resources: patterns.map((pattern) => arnIn(realm, pattern)),
      when: bothOf(inRegions(realm), own),
    };
  });
}

/** What shows that a resource is of the account, where its ARN does not. */
export function ownOf(call: string, { account }: Realm): Conditions {
  return callsOf(serviceOf(call)).own?.(account) ?? {};
}

function existenceCalls(service: string): Call[] {
  const types = TYPES.filter((type) => serviceOf(type) === service);
  return types.flatMap((type) => typeFacts(type).exists?.call ?? []);
}
