import type { Config } from "../../config/definition.ts";
import { type Span, spanOf } from "../../config/moments.ts";
import { teamsOf } from "../../config/teams.ts";
import { groupBy } from "../../text/group-by.ts";
import { wordsOf } from "./words.ts";

/** Finds the teams that a text names, at an instant (epoch milliseconds, UTC). */
export type Mentions = (text: string, at: number) => readonly string[];

type Name = { readonly team: string; readonly words: readonly string[]; readonly span: Span };

/** Within a longer text, shorter words mean too many things. */
const SHORTEST_WORD = 3;

/**
 * Compiles the names and aliases of teams; where several begin at a word, the longest counts.
 *
 * @example mentions(config)("FraudDetectionTrainer", at) // ["fraud-detection"]
 */
export function mentions(config: Config): Mentions {
  const byFirst = groupBy(namesOf(config), ({ words }) => words[0] ?? "");
  for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length);
  if (byFirst.size === 0) return () => [];
  return (text, at) => {
    const words = wordsOf(text);
    const found = new Set<string>();
    for (let index = 0; index < words.length; ) {
      const name = byFirst
        .get(words[index] ?? "")
        ?.find((each) => each.span.start <= at && at < each.span.end && stands(each, words, index));
      if (name !== undefined) found.add(name.team);
      index += name?.words.length ?? 1;
    }
    return [...found];
  };
}

function stands(name: Name, words: readonly string[], index: number): boolean {
  const whole = name.words.length === words.length;
  if (!whole && name.words.join("").length < SHORTEST_WORD) return false;
  return name.words.every((word, offset) => word === words[index + offset]);
}

function namesOf(config: Config): Name[] {
  const teams = teamsOf(config);
  const always = spanOf({});
  const names = [...(teams === "open" ? [] : teams)].map((team) => ({ team, name: team, span: always }));
  const aliases = Object.entries(config.teams).flatMap(([team, each]) =>
    each.aliases.map(({ name, ...dates }) => ({ team, name, span: spanOf(dates) })),
  );
  return [...names, ...aliases].flatMap(({ team, name, span }) => {
    const words = wordsOf(name);
    return span === undefined || words.length === 0 ? [] : [{ team, words, span }];
  });
}
