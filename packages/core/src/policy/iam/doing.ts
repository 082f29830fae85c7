import type { Config } from "../../config/definition.ts";
import type { PolicyDocument } from "./document.ts";
import { type Grant, statementsOf } from "./grant.ts";
import { guards } from "./guards.ts";
import { pack } from "./pack.ts";
import { permittedIn } from "./permitted.ts";
import type { Realm } from "./place.ts";
import { inspections, lists, looks } from "./reads.ts";
import { remedies } from "./remedies.ts";
import { tagReads, tagWrites } from "./tag-writes.ts";

/** Looks at resources of a realm, and does about them what the configuration permits in these accounts. */
export function doingGrants(config: Config, realm: Realm, accounts: readonly string[]): readonly Grant[] {
  const permitted = permittedIn(config, accounts);
  const writes = [...tagWrites(config, realm, permitted), ...remedies(realm, permitted)];
  return [
    ...looks(realm),
    ...inspections(realm, permitted),
    ...tagReads(realm, permitted),
    ...writes,
    ...guards(config, realm, accounts, writes),
  ];
}

/** Finds what there is in a realm, and what it carries. */
export function sweepGrants(realm: Realm): readonly Grant[] {
  return [...lists(realm), ...looks(realm)];
}

/** Writes grants as documents. */
export function documentsOf(grants: readonly Grant[]): readonly PolicyDocument[] {
  return pack(statementsOf(grants));
}
