import type { HolderChange } from "../../bills/change.ts";
import type { ComparedVersions } from "../../bills/compared.ts";
import { type Amount, formatAmount, sum } from "../../costs/money.ts";
import { NARROWEST, WIDTH } from "../audit/tables.ts";
import { layOut } from "../render/text/table.ts";
import { BASIS_WORDS, monthWords } from "../render/wording/words.ts";
import { causeWords, holderWords, kindWords, versionWords } from "./words.ts";

/** How many causes of one change are named. */
const MOST_CAUSES = 12;

/**
 * Renders how two versions of a bill differ as plain text for a terminal of so many columns (default 100): for whom and
 * why, to the last digit.
 *
 * @example renderDifferenceText(compared).split("\n")[0] // "September 2026, effective cost in USD"
 */
export function renderDifferenceText(
  { period, basis, currency, before, after, difference }: ComparedVersions,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const room = Math.max(NARROWEST, width);
  const { changes, delta } = difference;
  const head = [
    `${monthWords(period)}, ${BASIS_WORDS[basis]} in ${currency}`,
    `before: version ${versionWords(before)}`,
    `after:  version ${versionWords(after)}`,
    "",
  ];
  if (changes.length === 0) return [...head, "No charge differs.", ""].join("\n");
  const table = layOut(
    {
      columns: [
        { title: "", align: "left" },
        { title: "before", align: "right" },
        { title: "after", align: "right" },
        { title: "difference", align: "right" },
      ],
      rows: changes.map((change) => [
        holderWords(change.holder),
        formatAmount(change.before),
        formatAmount(change.after),
        signed(change.delta),
      ]),
      total: ["the bill", formatAmount(difference.before), formatAmount(difference.after), signed(delta)],
    },
    room,
  );
  return [...head, ...table, ...changes.flatMap((change) => ["", ...changeLines(change, room)]), ""].join(
    "\n",
  );
}

function changeLines({ holder, delta, causes }: HolderChange, width: number): string[] {
  const left = causes.slice(MOST_CAUSES);
  const rest =
    left.length === 0 ? [] : [[`${left.length} others`, "", signed(sum(left.map(({ amount }) => amount)))]];
  const rows = causes
    .slice(0, MOST_CAUSES)
    .map((cause) => [kindWords(cause), causeWords(cause), signed(cause.amount)]);
  return layOut(
    {
      columns: [
        { title: holderWords(holder), align: "left" },
        { title: "", align: "left" },
        { title: signed(delta), align: "right" },
      ],
      rows: [...rows, ...rest],
    },
    width,
  );
}

function signed(amount: Amount): string {
  return amount > 0n ? `+${formatAmount(amount)}` : formatAmount(amount);
}
