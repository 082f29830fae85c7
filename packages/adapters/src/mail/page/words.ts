import { displayAmount } from "@tagledger/core/costs/money";
import type { Rational } from "@tagledger/core/costs/rational";
import type { SharedLine } from "@tagledger/core/reports/mail/shared-table";
import type { LetterHead } from "@tagledger/core/reports/mail/statement";
import { shortName } from "@tagledger/core/reports/mail/subject";
import type { StatementViolation } from "@tagledger/core/reports/mail/violation";
import { BASIS_WORDS, methodWords, SHORT_SNAPSHOT } from "@tagledger/core/reports/render/wording/words";

/** How many digits of a quantity people are shown. */
const QUANTITY_DIGITS = 2;
const DETAIL = 120;

/** What a pool was divided by, and what the team used of it. */
export function driverWords({ method, metric, dividedBy, used }: SharedLine): string[] {
  const rule = methodWords({ method, metric });
  const instead =
    dividedBy.method === method
      ? ""
      : dividedBy.method === "held"
        ? ", held as nothing was measured"
        : `, divided ${dividedBy.method} as nothing was measured`;
  const quantities = used.map(
    ({ metric: name, quantity }) => `${quantityText(quantity)} ${shortName(name, DETAIL)}`,
  );
  return [`${rule}${instead}`, ...(quantities.length === 0 ? [] : [`used: ${quantities.join(", ")}`])];
}

/** A quantity in units of 10^-24, as people read it. */
export function quantityText({ n, d }: Rational): string {
  return displayAmount(n / d, QUANTITY_DIGITS);
}

/** What is wrong with a resource, and until when. */
export function violationWords({
  type,
  account,
  region,
  findings,
  state,
  deadline,
}: StatementViolation): string[] {
  const place = [account, region].filter((part) => part !== null).join(" ");
  return [
    [type, place].filter((part) => part !== "").join(", "),
    shortName(findings.join("; "), DETAIL),
    deadline === null ? state : `${state}; may be quarantined from ${minuteText(deadline)} on`,
  ].filter((line) => line !== "");
}

/** Where figures come from. */
export function footingWords({ basis, currency, snapshot, at, deliveredAt, state }: LetterHead): string[] {
  return [
    `${BASIS_WORDS[basis]} in ${currency}${deliveredAt === null ? "" : `; data as of ${minuteText(deliveredAt)}`}`,
    `snapshot ${snapshot.slice(0, SHORT_SNAPSHOT)} of ${minuteText(at)}; tagledger verify ${snapshot.slice(0, SHORT_SNAPSHOT)} proves it`,
    state === "final"
      ? "Final: the month is closed."
      : "Draft: until the month is closed, late usage and restated bills may change it.",
  ];
}

/** An instant in UTC. */
export function minuteText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
