import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import { evaluator } from "@tagledger/core/tags/evaluate/evaluator";

/** What AWS takes as the key of a tag, and as its value. */
const KEY = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** How many there may be: S3 takes ten on an object, of which SST sets two. */
const MOST = 8;

/**
 * Checks that what is ours keeps to the schema, as everything else must.
 *
 * @param text as `ml-team=ml-platform,ml-environment=prod`
 * @throws bad-input where there are too many, or naming each tag that is missing or wrong, and what the schema expects
 */
export function checkOwnTags(text: string | undefined, config: Config, at: number): void {
  const tags = Object.fromEntries((text || null)?.split(",").map(tagIn) ?? []);
  const keys = Object.keys(tags);
  if (keys.length > MOST) {
    const why = "S3 takes ten on an object, and SST sets two";
    throw badInput(
      `TAGLEDGER_TAGS: ${keys.length} tags (${keys.join(", ")}): expected at most ${MOST}, as ${why}`,
    );
  }
  const findings = evaluator(config).evaluate({ tags, hidden: [], known: "all" }, at);
  if (findings.length === 0) return;
  const lines = findings.map(({ key, reason, actual, expected }) => {
    const found = actual === null ? "is missing" : `is ${JSON.stringify(actual)} (${reason})`;
    return `TAGLEDGER_TAGS: ${key} ${found}: expected ${expected}`;
  });
  throw badInput(lines.join("\n"));
}

function tagIn(each: string): [string, string] {
  const [key = "", value, ...others] = each.split("=").map((part) => part.trim());
  if (value === undefined || others.length > 0 || !KEY.test(key) || !VALUE.test(value)) {
    throw badInput(
      `TAGLEDGER_TAGS: ${JSON.stringify(each)} is no tag: expected one such as ml-team=ml-platform`,
    );
  }
  return [key, value];
}
