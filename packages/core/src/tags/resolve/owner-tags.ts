import type { TagMap } from "../../catalog/tags.ts";
import type { Config } from "../../config/definition.ts";
import { teamResolver } from "../../config/reading/teams.ts";
import { teamsOf } from "../../config/teams.ts";
import { isOwnerKey } from "../owner-keys.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { Mentions } from "./mentions.ts";
import type { Owners } from "./owners.ts";

/** Finds what tags such as `owner` say of the owner. */
export type OwnerTags = (tags: TagMap, at: number) => readonly Evidence[];

/**
 * Compiles how such tags speak for an owner: by a team's name, address or principal, or by mentioning it.
 *
 * @example ownerTags(config, …)({ CreatedBy: "arn:aws:iam::111122223333:role/fraud-ml" }, at)
 * // [{ kind: "owner-tag", team: "fraud-detection", … }]
 */
export function ownerTags(config: Config, owners: Owners, mentions: Mentions): OwnerTags {
  if (teamsOf(config) === "open") return () => [];
  const teams = teamResolver(config);
  const own = new Set(config.dimensions.team);
  return (tags, at) =>
    Object.entries(tags).flatMap(([key, value]) => {
      if (!isOwnerKey(key) || own.has(key)) return [];
      const detail = `tag ${key}=${value}`;
      const team = teams.resolve(value, at);
      const named =
        team === undefined ? [...owners.byAddress(value), ...owners.byPrincipal([value])] : [team];
      if (named.length > 0) return named.map((each) => evidence("owner-tag", each, detail));
      return mentions(localPart(value), at).map((each) => evidence("owner-mention", each, detail));
    });
}

/**
 * What is before the @ of an address: its domain says who sends the mail, not who answers it.
 *
 * @example localPart("ann@example.com") // "ann"
 */
export function localPart(text: string): string {
  const at = text.indexOf("@");
  return at < 0 ? text : text.slice(0, at);
}
