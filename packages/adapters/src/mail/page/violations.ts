import { sum } from "@tagledger/core/costs/money";
import { shortName } from "@tagledger/core/reports/mail/subject";
import { monthlyOf, type StatementViolation } from "@tagledger/core/reports/mail/violation";
import { row, type Section } from "./page.ts";
import { violationWords } from "./words.ts";

const MOST = 15;

/**
 * What breaks the tag rules, the dearest first; what does not fit is counted.
 *
 * @param note what its reader can do about all of it
 */
export function violationSection(
  title: string,
  { violations }: { readonly violations: readonly StatementViolation[] },
  note: string | null = null,
): Section {
  const rows = violations.slice(0, MOST).map((violation) =>
    row(shortName(violation.resource, 90), monthlyOf(violation), {
      details: violationWords(violation),
      code: violation.fix,
      aside: violation.hourly === null ? "cost not known" : "a month",
    }),
  );
  const others = violations.slice(MOST);
  if (others.length > 0)
    rows.push(
      row(`${others.length} more`, sum(others.map((each) => monthlyOf(each) ?? 0n)), { aside: "a month" }),
    );
  return { title, note, rows, total: null };
}
