import type { Config } from "../../config/definition.ts";
import { parsePeriod, periodAt } from "../../costs/period.ts";

/**
 * The month that is mailed by itself at an instant: the one that ended, from `reports.emailDay` on (UTC); null before.
 *
 * @param now epoch milliseconds
 * @example monthToMail(config, Date.UTC(2026, 9, 3)) // "2026-09"
 */
export function monthToMail({ reports }: Pick<Config, "reports">, now: number): string | null {
  const current = periodAt(now);
  const isDue = new Date(now).getUTCDate() >= reports.emailDay;
  return isDue ? periodAt(parsePeriod(current.name).start - 1).name : null;
}
