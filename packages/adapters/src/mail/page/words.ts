import { type Amount, displayAmount, SCALE } from "@tagledger/core/costs/money";
import { parsePeriod, periodAt } from "@tagledger/core/costs/period";
import type { Rational } from "@tagledger/core/costs/rational";
import type { SharedLine } from "@tagledger/core/reports/mail/shared-table";
import type { LetterHead } from "@tagledger/core/reports/mail/statement";
import { changeWords, shortName } from "@tagledger/core/reports/mail/subject";
import type { StatementViolation } from "@tagledger/core/reports/mail/violation";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import {
  BASIS_WORDS,
  methodWords,
  monthWords,
  SHORT_SNAPSHOT,
} from "@tagledger/core/reports/render/wording/words";

import { coins } from "./rounding.ts";

const ONE = 10n ** BigInt(SCALE);

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

/** Words for what is too large to be read digit by digit. */
const LARGE = [
  [10n ** 15n, " quadrillion"],
  [10n ** 12n, " trillion"],
  [10n ** 9n, " billion"],
  [10n ** 6n, " million"],
] as const;

/**
 * A quantity in units of 10^-24, as people read it.
 *
 * @example quantityText({ n: 8_510_180_648n * 10n ** 24n, d: 1n }) // "8.51 billion"
 */
export function quantityText({ n, d }: Rational): string {
  const quantity = n / d;
  const size = (quantity < 0n ? -quantity : quantity) / ONE;
  const [unit, word] = LARGE.find(([least]) => size >= least) ?? [1n, ""];
  return `${displayAmount(quantity / unit, QUANTITY_DIGITS)}${word}`;
}

/**
 * By how much an amount differs from that of the month before.
 *
 * @param before null where nothing is known of that
 * @example sinceWords(110n * 10n ** 24n, 100n * 10n ** 24n, { period: "2026-09", currency: "USD" }) // "+10.00 (+10.0%) against August 2026"
 */
export function sinceWords(
  amount: Amount,
  before: Amount | null,
  { period, currency }: Pick<LetterHead, "period" | "currency">,
): string {
  const earlier = monthWords(periodAt(parsePeriod(period).start - 1).name);
  if (before === null) return `nothing of ${earlier} to compare it with`;
  // Of the figures that are shown, as whoever reads them reckons.
  const difference = coins(amount, currency) - coins(before, currency);
  if (difference === 0n) return `as in ${earlier}`;
  const sign = difference > 0n ? "+" : "";
  return `${sign}${figure(difference, currency)} (${changeWords(amount, before)}) against ${earlier}`;
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
