import type { Actor } from "../../catalog/actor.ts";
import type { TagMap } from "../../catalog/tags.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { remember } from "../../text/remember.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Subject } from "../subject.ts";
import { actorEvidence } from "./actor-evidence.ts";
import { epochs } from "./epochs.ts";
import { evidence } from "./evidence.ts";
import { mentions } from "./mentions.ts";
import { isOwnerKey, ownerTags } from "./owner-tags.ts";
import { owners } from "./owners.ts";
import { type Resolution, weigh } from "./resolution.ts";
import { teamTags } from "./team-tags.ts";

/** Finds whose a resource is. */
export type Resolver = (subject: Subject) => Resolution;

/** The same people make much the same things, so that answers repeat. */
const REMEMBERED = 4096;

/**
 * Compiles who owns what, from a resource's tags, its maker and its account. Where nothing speaks for anyone, nobody
 * is named.
 *
 * @example resolver(config, evaluator(config))(subject)
 * // { team: "vision", confidence: 0.9, evidence: [{ kind: "principal", … }] }
 */
export function resolver(config: Config, schema: Evaluator): Resolver {
  const byTeamTag = teamTags(config, schema);
  const given = owners(config);
  const named = mentions(config);
  const byOwnerTag = ownerTags(config, given, named);
  const byActor = actorEvidence(given, named);
  const epochOf = epochs(config);
  const teamKeys = new Set(dimensionKeys(config, "team"));
  const speaks = remember(
    (key) => teamKeys.has(key) || teamKeys.has(schema.meantBy(key) ?? "") || isOwnerKey(key),
    REMEMBERED,
  );
  const resolve = remember(
    (_: string, { state, actor, account, at }: Subject) =>
      weigh([
        ...byTeamTag(state, at),
        ...(actor === null ? [] : byActor(actor, at)),
        ...(account === null
          ? []
          : given.byAccount(account).map((team) => evidence("account", team, `account ${account}`))),
        ...byOwnerTag(state.tags, at),
      ]),
    REMEMBERED,
  );
  return (subject) => {
    const { state, actor, account, at } = subject;
    const identity = actor === null ? "" : identityOf(actor);
    return resolve(`${epochOf(at)}\n${account}\n${identity}\n${spoken(state.tags, speaks)}`, subject);
  };
}

/** All of an actor that evidence is read from. */
function identityOf(actor: Actor): string {
  const { type, arn, roleArn, userName, roleName, sessionName, sourceIdentity, issuedTo } = actor;
  return `${type}\n${arn}\n${roleArn}\n${userName}\n${roleName}\n${sessionName}\n${sourceIdentity}\n${issuedTo}`;
}

/** The tags that evidence is read from; with their lengths, so that no two sets of tags read alike. */
function spoken(tags: TagMap, speaks: (key: string) => boolean): string {
  let text = "";
  for (const key of Object.keys(tags)) {
    if (!speaks(key)) continue;
    const value = tags[key] ?? "";
    text += `${key.length} ${value.length} ${key}${value}`;
  }
  return text;
}
