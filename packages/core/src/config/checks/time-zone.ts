import type { Config } from "../definition.ts";
import type { Flaw } from "../problem.ts";
import { didYouMean } from "../suggestion.ts";

/** The zone of reports must be one that the time zone database knows by name. */
export function checkTimeZone({ reports: { timeZone } }: Config): Flaw[] {
  if (isZone(timeZone)) return [];
  const hint = didYouMean(timeZone, ["UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [
    {
      path: ["reports", "timeZone"],
      message: `got "${timeZone}", expected a time zone such as Europe/Berlin${hint}`,
    },
  ];
}

function isZone(name: string): boolean {
  // Intl also takes offsets, which know no summer time.
  if (/^[+-]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
