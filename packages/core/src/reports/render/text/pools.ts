import { sum } from "../../../costs/money.ts";
import { add, ZERO } from "../../../costs/rational.ts";
import { visible } from "../../../text/visible.ts";
import type { Report, ReportPool, TeamShare } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { largestFirst } from "../wording/order.ts";
import { percent } from "../wording/percent.ts";
import { REST_WORDS, restOf } from "../wording/rest.ts";
import { methodWords } from "../wording/words.ts";
import { layOut } from "./table.ts";

const MOST_SHARES = 3;

/** Each pool's own charges, how they are divided, and who bears most of them. */
export function poolLines({ pools, currency }: Report, width: number): string[] {
  return layOut(
    {
      columns: [
        { title: "pool", align: "left" },
        { title: "method", align: "left" },
        { title: "share", align: "right" },
        { title: currency, align: "right" },
      ],
      rows: pools.flatMap((pool) => [
        [visible(pool.pool), methodWords(pool), "", figure(pool.amount, currency)],
        ...shareRows(pool, currency),
      ]),
    },
    width,
  );
}

function shareRows(pool: ReportPool, currency: string): string[][] {
  const { amount: own, shares } = pool;
  const rest = restOf(pool);
  const ranked = [...shares].sort(largestFirst(({ amount }) => amount));
  const [most, more] = [ranked.slice(0, MOST_SHARES), ranked.slice(MOST_SHARES)];
  const row = (name: string, parts: readonly TeamShare[]) => {
    const { n, d } = parts.reduce((weight, share) => add(weight, share.weight), ZERO);
    return [`  ${name}`, "", percent(n, d), figure(sum(parts.map(({ amount }) => amount)), currency)];
  };
  return [
    ...most.map((share) => row(visible(share.team), [share])),
    ...(more.length === 0 ? [] : [row(`${more.length} more`, more)]),
    ...(rest === 0n ? [] : [[`  ${REST_WORDS}`, "", percent(rest, own), figure(rest, currency)]]),
  ];
}
