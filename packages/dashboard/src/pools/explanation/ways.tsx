import { parseAmount } from "../../money/amount.ts";
import { parseRatio, partOf } from "../../money/ratio.ts";
import { MoneyCell } from "../../parts/money.tsx";
import { Name } from "../../parts/name.tsx";
import { Part } from "../../parts/part.tsx";
import { Table } from "../../parts/table.tsx";
import { visible } from "../../words/visible.ts";
import type { ExplainedPool } from "./explanation-answer.ts";

const HEADINGS = [{ title: "way" }, { title: "weight", figure: true }, { title: "amount", figure: true }];

/** By which ways money of a pool comes to a team, where that is not only straight. */
export function Ways({ pool, currency }: { readonly pool: ExplainedPool; readonly currency: string }) {
  const amount = parseAmount(pool.amount);
  const rest = parseRatio(pool.otherWays);
  if (pool.ways.length < 2 && pool.ways.every(({ pools }) => pools.length < 2) && rest.over === 0n)
    return null;
  return (
    <Table
      id={`ways-of-${encodeURIComponent(pool.pool)}`}
      caption={`How money of ${visible(pool.pool)} comes to the team, in ${currency}`}
      headings={HEADINGS}
    >
      <tbody>
        {pool.ways.map(({ pools, fraction }) => (
          <tr key={pools.join("\n")}>
            <th scope="row">
              {pools.map((each, index) => (
                <span key={each}>
                  {index === 0 ? null : " → "}
                  <Name value={each} />
                </span>
              ))}
            </th>
            <td class="figure">
              <Part ratio={parseRatio(fraction)} />
            </td>
            <MoneyCell amount={partOf(parseRatio(fraction), amount)} currency={currency} />
          </tr>
        ))}
        {rest.over === 0n ? null : (
          <tr>
            <th scope="row">round again through these pools</th>
            <td class="figure">
              <Part ratio={rest} />
            </td>
            <MoneyCell amount={partOf(rest, amount)} currency={currency} />
          </tr>
        )}
      </tbody>
    </Table>
  );
}
