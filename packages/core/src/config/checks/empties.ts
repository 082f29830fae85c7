import type { Match } from "../definition/match.ts";
import type { Config } from "../definition.ts";
import type { Flaw } from "../problem.ts";

/** What is left empty must not mean everything by accident, or nothing. */
export function checkEmpties({ pools, assign }: Config): Flaw[] {
  return [
    ...pools.flatMap(({ match }, index) => {
      if (match === undefined || !matchesAll(match)) return [];
      return [
        {
          path: ["pools", index, "match"],
          message: "would match every charge: leave match out, or give a key",
        },
      ];
    }),
    ...assign.flatMap(({ set }, index) => {
      if (Object.keys(set).length > 0) return [];
      return [
        { path: ["assign", index, "set"], message: "sets nothing: expected a dimension, such as team: NAME" },
      ];
    }),
  ];
}

function matchesAll({ tags = {}, ...others }: Match): boolean {
  return Object.keys(tags).length === 0 && Object.keys(others).length === 0;
}
