import type { TagMap } from "../../catalog/tags.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { remember } from "../../text/remember.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { isOwnerKey } from "../owner-keys.ts";

const REMEMBERED = 4096;

/**
 * Compiles what tags say of an owner as one text, empty where they say nothing: tags of which the texts are the same
 * are the same evidence. Nearly always one tag speaks, whose text is short.
 *
 * @example sayings(config, evaluator(config))({ "ml-team": "vision", Name: "x" }) // "=0 vision"
 */
export function sayings(config: Config, { keys, written }: Evaluator): (tags: TagMap) => string {
  const teamKeys = new Set(dimensionKeys(config, "team"));
  const own = keys
    // Teams are few; a text that is kept is quicker to find again than one that is put together anew.
    .map((key, place) => ({ key, place, say: remember((value) => `=${place} ${value}`, REMEMBERED) }))
    .filter(({ key }) => teamKeys.has(key) || isOwnerKey(key));
  return (tags) => {
    const { values, misspelt, owners } = written(tags);
    let said = "";
    for (const { place, say } of own) {
      const value = values[place];
      if (value !== undefined) said = after(said, say(value));
    }
    for (const { spelling, value, meant } of misspelt) {
      if (teamKeys.has(meant.key) || isOwnerKey(spelling)) said = after(said, spelt(spelling, value));
    }
    for (const spelling of owners) said = after(said, spelt(spelling, tags[spelling] ?? ""));
    return said;
  };
}

/** With the length of what comes before, so that no value reads like another tag. */
function after(said: string, text: string): string {
  return said === "" ? text : `+${said.length} ${said}${text}`;
}

function spelt(key: string, value: string): string {
  return `~${key.length} ${key}${value}`;
}
