import type { Report, ReportPool } from "../../../report.ts";
import { percent } from "../../wording/percent.ts";
import { REST_WORDS, restOf } from "../../wording/rest.ts";
import { methodWords } from "../../wording/words.ts";
import { fraction, moneyCell, name } from "../cells.ts";
import { html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import { nothing, section } from "./section.ts";

/** Each pool's own charges, how they are divided, and what every team bears of them. */
export function poolSection({ pools, currency }: Report): Markup {
  return section(
    "pools",
    "Shared pools",
    "A weight is the exact fraction of the pool's own charges that a team bears.",
    pools.length === 0
      ? nothing("None: nothing is shared.")
      : table({
          id: "pool-table",
          caption: `Pools and who bears them, in ${currency}`,
          headings: [
            { title: "pool and team" },
            { title: "amount", align: "right" },
            { title: "share", align: "right" },
            { title: "weight", align: "right" },
          ],
          bodies: pools.map((pool) => poolBody(pool, currency)),
        }),
  );
}

function poolBody(pool: ReportPool, currency: string): Markup {
  const rest = restOf(pool);
  return body([
    html`<tr class="group"><th scope="rowgroup">${name(pool.pool)} <span class="method">${methodWords(pool)}</span></th>${moneyCell(pool.amount, currency)}<td colspan="2"></td></tr>\n`,
    pool.shares.map(
      ({ team, weight, amount }) =>
        html`<tr><td>${name(team)}</td>${moneyCell(amount, currency)}<td class="figure">${percent(weight.n, weight.d)}</td><td class="figure">${fraction(weight)}</td></tr>\n`,
    ),
    rest === 0n
      ? null
      : html`<tr class="rest"><td><span class="none">${REST_WORDS}</span></td>${moneyCell(rest, currency)}<td class="figure">${percent(rest, pool.amount)}</td><td></td></tr>\n`,
  ]);
}
