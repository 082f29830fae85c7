import { parsePeriod } from "../costs/period.ts";
import { accrualEnd } from "../ledger/accrual.ts";
import type { Ledger } from "../ports.ts";
import type { LiveWhere } from "../reports/live/dimensions.ts";
import { type ExperimentRuns, RunsFold } from "../reports/runs/runs.ts";

/**
 * Tells how often experiments ran in a month, by the jobs that carried them. What a ledger holds is read some at a time.
 *
 * @throws bad-input where the period is none
 * @example (await runsOfMonth({ ledger }, { period: "2026-09", where: {} }))[0]?.runs // 12
 */
export async function runsOfMonth(
  { ledger }: { readonly ledger: Pick<Ledger, "accruals"> },
  { period: name, where }: { readonly period: string; readonly where: LiveWhere },
): Promise<ExperimentRuns[]> {
  const period = parsePeriod(name);
  const fold = new RunsFold({ period, where });
  for await (const accruals of ledger.accruals(period.name)) {
    for (const accrual of accruals) fold.add({ ...accrual, end: accrualEnd(accrual) });
  }
  return fold.result();
}
