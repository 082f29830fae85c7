import { CAPACITY, isOfNoTeam, pooled } from "../consumers.ts";
import type { Config } from "../definition.ts";
import { dimensionKeys, tagRuleOf } from "../dimensions.ts";
import { fold } from "../fold.ts";
import type { Mention } from "../mention.ts";
import type { Flaw } from "../problem.ts";

/** No two teams may read as one, and no team may be called what usage files call something else. */
export function checkTeamNames(config: Config): Flaw[] {
  const names = namesOf(config);
  const aliases = Object.entries(config.teams).flatMap(([team, rule]) =>
    rule.aliases.map(({ name }, index) => ({ name, path: ["teams", team, "aliases", index, "name"] })),
  );
  return [...[...names, ...aliases].flatMap(reservedName), ...ambiguousNames(config, names)];
}

function namesOf(config: Config): Mention[] {
  const listed = dimensionKeys(config, "team").flatMap((key) =>
    (tagRuleOf(config, key)?.values ?? []).map((name, index) => ({
      name,
      path: ["tags", key, "values", index],
    })),
  );
  return [...Object.keys(config.teams).map((name) => ({ name, path: ["teams"], key: name })), ...listed];
}

function reservedName({ name, ...place }: Mention): Flaw[] {
  const word = name.trim().toLowerCase();
  if (word === "") return [{ ...place, message: `got "${name}", expected a name that is not only spaces` }];
  if (!isOfNoTeam(word)) return [];
  const meaning =
    word === CAPACITY
      ? "the capacity of a metric"
      : pooled(word) === undefined
        ? "use by nobody known"
        : "a pool";
  return [{ ...place, message: `"${name}" is what usage calls ${meaning}: expected another name` }];
}

function ambiguousNames({ normalize }: Config, names: readonly Mention[]): Flaw[] {
  const spellings = new Map<string, string>();
  return names.flatMap(({ name, ...place }) => {
    const folded = fold(normalize, name);
    const first = spellings.get(folded) ?? name;
    spellings.set(folded, first);
    if (first === name) return [];
    return [
      { ...place, message: `"${name}" and "${first}" both read as "${folded}": expected one spelling` },
    ];
  });
}
