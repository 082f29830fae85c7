import type { Amount } from "../../costs/money.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { percent } from "../../reports/render/wording/percent.ts";
import { methodWords } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import { fractionText } from "../render/figures.ts";
import { alignedAtPoint, cutMoney, exactMoney } from "../render/money.ts";
import { wrapped } from "../render/wrapped.ts";
import type { PoolExplanation } from "./explanation.ts";
import { lineTable } from "./line-table.ts";
import { MOST_WAYS } from "./ways.ts";
import { dividedWords, leafWords, roundingWords } from "./words.ts";

const MOST_LEAVES = 10;

/** What a team bears of one pool, and why. */
export function poolText(pool: PoolExplanation, currency: string, width: number): string[] {
  const { completeness, confidence, leaves, ways } = pool;
  const paragraph = (text: string) => wrapped(text, { width, indent: "  " });
  const measured = completeness === null ? "" : `, complete to ${percent(completeness.n, completeness.d)}`;
  const money = (amount: Amount) => exactMoney(amount, currency);
  const shown = leaves.slice(0, MOST_LEAVES);
  return [
    `pool ${visible(pool.pool)}: ${money(pool.share)} of ${money(pool.amount)} ${currency}`,
    ...paragraph(
      `divided ${dividedWords(pool.method, pool.dividedBy)}${pool.metric === null ? "" : ` (${methodWords(pool)})`}${measured}, confidence ${percent(confidence.n, confidence.d)}`,
    ),
    ...pool.unread.flatMap(({ name, problem }) =>
      paragraph(`its usage could not be read from ${visible(name)}: ${visible(problem ?? "")}`),
    ),
    ...pool.rules.flatMap(({ at, text }) => paragraph(`${at}: ${visible(text)}`)),
    ...paragraph(
      leaves.length === 0
        ? "the team bears nothing of it"
        : `fraction ${fractionText(pool.weight)}, exactly ${cutMoney(pool.exact, currency)}, rounded ${money(pool.share)}`,
    ),
    ...shown.flatMap((leaf) => {
      const where = leafWords(leaf.leaf);
      const figure = shown.length === 1 ? "" : `${money(leaf.amount)} `;
      return paragraph(`- ${figure}${where === "" ? "" : `for ${where}: `}${roundingWords(leaf, pool)}`);
    }),
    ...(leaves.length > MOST_LEAVES ? [`- and ${leaves.length - MOST_LEAVES} more leaves`] : []),
    ...(ways.ways.length > 1 || ways.rest.n !== 0n || ways.ways.some((way) => way.pools.length > 1)
      ? ["", ...wayTable(pool, currency, width)]
      : []),
    "",
    ...lineTable(`lines of the bill in ${visible(pool.pool)}`, pool.lines, { currency, width }),
  ];
}

function wayTable({ pool, amount, ways }: PoolExplanation, currency: string, width: number): string[] {
  const parts = ways.ways.map((way) => ({
    name: way.pools.map(visible).join(" -> "),
    fraction: way.fraction,
  }));
  const others = ways.ways.length < MOST_WAYS ? "round again through these pools" : "by other ways";
  if (ways.rest.n !== 0n) parts.push({ name: others, fraction: ways.rest });
  const figures = alignedAtPoint(
    parts.map(({ fraction: { n, d } }) => cutMoney({ n: n * amount, d }, currency)),
  );
  return layOut(
    {
      columns: [
        { title: `how money of ${visible(pool)} comes to the team`, align: "left" },
        { title: "fraction", align: "right" },
        { title: "exactly", align: "right" },
      ],
      rows: parts.map(({ name, fraction }, index) => [name, fractionText(fraction), figures[index] ?? ""]),
    },
    width,
  );
}
