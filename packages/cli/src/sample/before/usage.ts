import type { Company } from "../company.ts";
import type { Random } from "../random.ts";
import type { UsageRow } from "../usage/row.ts";
import { createUsage } from "../usage.ts";
import { BEFORE, DAYS_BEFORE } from "./month.ts";

/** What the company's meters said of its shared pools in the month before. */
export function usageBefore(company: Company, random: Random): UsageRow[] {
  const rows = createUsage(company, random);
  return DAYS_BEFORE.flatMap(({ day, like }) =>
    rows.filter((row) => row.day === like).map((row) => ({ ...row, day: day - BEFORE.days })),
  );
}
