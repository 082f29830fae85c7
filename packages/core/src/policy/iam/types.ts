import type { ResourceFacts } from "../../catalog/row.ts";
import { services } from "../../catalog/services/all.ts";

/** All types of resources that the catalog knows. */
export const TYPES: readonly string[] = [
  ...new Set(
    services.flatMap(({ creations, types = {} }) => [...creations.flatMap(typesOf), ...Object.keys(types)]),
  ),
].sort();

function typesOf({ type, within = [] }: ResourceFacts): string[] {
  return [type, ...within.flatMap(typesOf)];
}
