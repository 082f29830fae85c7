import { parseAmount } from "../../costs/money.ts";
import { periodAt } from "../../costs/period.ts";
import type { AccrualRecord } from "../../ledger/accrual.ts";
import type { ResourceRecord } from "../../ledger/resource.ts";
import type { StatementViolation } from "../../reports/mail/violation.ts";
import { hourlyOf } from "../remediate/cost.ts";
import type { LetterPorts } from "./ports.ts";

const PAGE = 1000;

/** What breaks the tag rules now, by team; under null what is nobody's. */
export type TeamViolations = ReadonlyMap<string | null, readonly StatementViolation[]>;

/** Reads what breaks the tag rules, and what it costs an hour, in one pass over each. */
export async function violationsByTeam(
  { ledger, clock }: Pick<LetterPorts, "ledger" | "clock">,
  currency: string,
): Promise<TeamViolations> {
  const now = clock();
  const records = new Map<string, ResourceRecord>();
  let after: string | undefined;
  do {
    const page = await ledger.resources({ verdict: "violating", limit: PAGE, after });
    for (const record of page.items) records.set(keyOf(record), record);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const costs = await costsOf(ledger, records, now);
  const byTeam = new Map<string | null, StatementViolation[]>();
  for (const [key, record] of records) {
    const hourly = hourlyOf(costs.get(key), now);
    const known = byTeam.get(record.team) ?? [];
    known.push({
      resource: record.arn ?? record.resource,
      type: record.type,
      account: record.account,
      region: record.region,
      findings: record.findings.map(({ key: tag, reason }) => `${tag} ${reason}`),
      state: record.remediation?.stage ?? record.state,
      hourly: hourly?.currency === currency ? parseAmount(hourly.amount) : null,
      deadline: record.remediation?.deadline ?? null,
      fix: record.fix,
    });
    byTeam.set(record.team, known);
  }
  return byTeam;
}

async function costsOf(
  ledger: LetterPorts["ledger"],
  records: ReadonlyMap<string, ResourceRecord>,
  now: number,
): Promise<ReadonlyMap<string, AccrualRecord>> {
  const costs = new Map<string, AccrualRecord>();
  if (records.size === 0) return costs;
  for await (const some of ledger.accruals(periodAt(now).name)) {
    for (const each of some) {
      const key = keyOf(each);
      if (records.has(key)) costs.set(key, each);
    }
  }
  return costs;
}

function keyOf({ resource, incarnation }: Pick<ResourceRecord, "resource" | "incarnation">): string {
  return `${resource}\n${incarnation}`;
}
