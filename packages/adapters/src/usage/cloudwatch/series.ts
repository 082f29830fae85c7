import type { Dimension } from "@aws-sdk/client-cloudwatch";
import type { CloudwatchSource } from "@tagledger/core/config/definition/usage/cloudwatch";
import { badInput } from "@tagledger/core/errors";

/** One metric of CloudWatch: each set of dimensions and values is a metric of its own. */
export interface Series {
  readonly team: string;
  readonly dimensions: readonly Dimension[];
}

/**
 * Chooses what is read of what is published under a name: the metric of a team's own where there is one, else all that
 * tell the team by the same further dimensions. A team that is not listed is asked for by its name.
 *
 * @param listed the dimensions of the metrics that are listed; one may be listed twice
 * @param teams the teams that are known
 * @throws bad-input where a team's use is published twice over, by different dimensions
 */
export function seriesOf(
  listed: readonly (readonly Dimension[])[],
  { namespace, dimension, where = {} }: CloudwatchSource,
  metric: string,
  teams: readonly string[],
): Series[] {
  const own = [dimension, ...Object.keys(where)];
  const byTeam = new Map<string, Map<string, Map<string, readonly Dimension[]>>>();
  for (const dimensions of listed) {
    const team = dimensionOf(dimensions, dimension);
    if (
      team === undefined ||
      Object.entries(where).some(([name, value]) => dimensionOf(dimensions, name) !== value)
    )
      continue;
    const bySet = inside(byTeam, team, () => new Map());
    inside(bySet, namesOf(dimensions), () => new Map()).set(valuesOf(dimensions), dimensions);
  }
  const known = teams.filter((team) => !byTeam.has(team)).map((team) => ({ team, dimensions: ofTeam(team) }));
  const found = [...byTeam].flatMap(([team, bySet]) => {
    const [only, ...others] = bySet.values();
    const chosen = bySet.get(own.toSorted().join(", ")) ?? (others.length === 0 ? only : undefined);
    if (chosen === undefined) throw twice(team, [...bySet.keys()]);
    return [...chosen.values()].map((dimensions) => ({ team, dimensions }));
  });
  return [...found, ...known];

  function ofTeam(team: string): Dimension[] {
    const values = { ...where, [dimension]: team };
    return own.map((name) => ({ Name: name, Value: values[name] }));
  }

  function twice(team: string, sets: readonly string[]): Error {
    const message =
      `cloudwatch ${namespace}: ${metric} of ${dimension} "${team}" is published by the dimensions ${sets.join(" and by ")}, ` +
      `which would count the same use twice: publish it by ${own.join(", ")} alone as well, or say by where which to read`;
    return badInput(message, { value: team });
  }
}

function dimensionOf(dimensions: readonly Dimension[], name: string): string | undefined {
  return dimensions.find(({ Name }) => Name === name)?.Value;
}

function namesOf(dimensions: readonly Dimension[]): string {
  return dimensions
    .map(({ Name = "" }) => Name)
    .sort()
    .join(", ");
}

function valuesOf(dimensions: readonly Dimension[]): string {
  return JSON.stringify(dimensions.map(({ Name, Value }) => [Name, Value]).sort());
}

function inside<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
