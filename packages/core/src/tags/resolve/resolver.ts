import type { Config } from "../../config/definition.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Subject } from "../subject.ts";
import { actorEvidence } from "./actor-evidence.ts";
import { epochs } from "./epochs.ts";
import { mentions } from "./mentions.ts";
import { ownerTags } from "./owner-tags.ts";
import { owners } from "./owners.ts";
import { type Resolution, weigh } from "./resolution.ts";
import { sayings } from "./sayings.ts";
import { teamTags } from "./team-tags.ts";
import { voices } from "./voices.ts";

/** Finds whose a resource is. */
export type Resolver = (subject: Subject) => Resolution;

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
  const byTags = ({ state, at }: Subject) => [...byTeamTag(state, at), ...byOwnerTag(state.tags, at)];
  const voiceOf = voices(given, actorEvidence(given, named), byTags, epochs(config));
  const saidIn = sayings(config, schema);
  return (subject) => {
    const { tags, hidden } = subject.state;
    const { alone, evidence, together } = voiceOf(subject);
    const said = saidIn(tags);
    if (said === "") return alone;
    // What is hidden keeps other spellings from being heard; that is rare, and no part of what is said.
    return hidden.length === 0 ? together(said, subject) : weigh([...evidence, ...byTags(subject)]);
  };
}
