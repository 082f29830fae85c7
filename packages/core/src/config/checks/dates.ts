import type { Config } from "../definition.ts";
import { isMoment, spanOf } from "../moments.ts";
import type { ConfigPath, Flaw } from "../problem.ts";

interface Dated {
  readonly path: ConfigPath;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Dates must be in the calendar, and what begins must begin before it ends. */
export function checkDates(config: Config): Flaw[] {
  const { since, exemptions } = config.enforcement;
  const dated: Dated[] = [
    ...config.assign.map((each, index) => ({ ...each, path: ["assign", index] })),
    ...Object.entries(config.teams).flatMap(([team, { aliases }]) =>
      aliases.map((alias, index) => ({ ...alias, path: ["teams", team, "aliases", index] })),
    ),
    ...exemptions.map(({ until }, index) => ({ until, path: ["enforcement", "exemptions", index] })),
  ];
  return [...impossible(since, ["enforcement", "since"]), ...dated.flatMap(flawsOf)];
}

function flawsOf({ path, from, until }: Dated): Flaw[] {
  const wrong = [...impossible(from, [...path, "from"]), ...impossible(until, [...path, "until"])];
  const span = spanOf({ from, until });
  if (span === undefined || span.start < span.end) return wrong;
  return [{ path: [...path, "until"], message: `ends at ${until}, not after it begins at ${from}` }];
}

function impossible(moment: string | undefined, path: ConfigPath): Flaw[] {
  if (moment === undefined || isMoment(moment)) return [];
  return [{ path, message: `got ${moment}, expected a moment that is in the calendar` }];
}
