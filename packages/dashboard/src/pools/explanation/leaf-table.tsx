import { parseAmount } from "../../money/amount.ts";
import { parseRatio } from "../../money/ratio.ts";
import { Unfold, useFold } from "../../parts/fold.tsx";
import { MoneyCell } from "../../parts/money.tsx";
import { NameOr } from "../../parts/name.tsx";
import { Part } from "../../parts/part.tsx";
import { Table } from "../../parts/table.tsx";
import type { ExplainedPool } from "./explanation-answer.ts";

const HEADINGS = [
  { title: "project" },
  { title: "workload" },
  { title: "environment" },
  { title: "experiment" },
  { title: "weight", figure: true },
  { title: "amount", figure: true },
  { title: "rounding" },
];

/** The share by what it is for, and what rounding did to each part. */
export function LeafTable({ pool, currency }: { readonly pool: ExplainedPool; readonly currency: string }) {
  const fold = useFold(pool.leaves.length);
  if (pool.leaves.length === 0) return null;
  return (
    <details class="as-table">
      <summary>What the share is for, and how it was rounded</summary>
      <Table
        id={`leaves-of-${encodeURIComponent(pool.pool)}`}
        caption={`The share by project, workload, environment and experiment, in ${currency}`}
        headings={HEADINGS}
      >
        <tbody>
          {pool.leaves.map(
            ({ project, workload, environment, experiment, weight, amount, units, rounding }, index) => (
              <tr
                key={JSON.stringify([project, workload, environment, experiment])}
                class={fold.classOf(index)}
              >
                <th scope="row">
                  <NameOr value={project} missing="–" />
                </th>
                <td>
                  <NameOr value={workload} missing="–" />
                </td>
                <td>
                  <NameOr value={environment} missing="–" />
                </td>
                <td>
                  <NameOr value={experiment} missing="–" />
                </td>
                <td class="figure">
                  <Part ratio={parseRatio(weight)} />
                </td>
                <MoneyCell amount={parseAmount(amount)} currency={currency} />
                <td>
                  {units === 0
                    ? "down"
                    : `up by ${pool.quantum}: its remainder is number ${rounding.rank} in size; left to give: ${rounding.left}`}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </Table>
      <Unfold fold={fold} noun="part" />
    </details>
  );
}
