import type { ComponentChildren } from "preact";
import type { Amount } from "../money/amount.ts";
import { percent } from "../money/percent.ts";
import { MoneyCell } from "../parts/money.tsx";
import { Table } from "../parts/table.tsx";
import type { Spend, SpendGroup } from "../spend/spend.ts";

/** What each group bears, and below it what each of its parts does. */
export function SpendTable(given: {
  readonly id: string;
  readonly caption: string;
  /** What the groups are called. */
  readonly heading: string;
  readonly groups: readonly SpendGroup[];
  readonly total: Spend;
  readonly currency: string;
  /** What shares are shares of. */
  readonly whole: Amount;
  readonly of: string;
  readonly nameOf: (group: SpendGroup) => ComponentChildren;
  readonly partName: (part: SpendGroup) => ComponentChildren;
}) {
  const { id, caption, heading, groups, total, currency, whole, of, nameOf, partName } = given;
  const headings = [
    { title: heading },
    { title: "direct", figure: true },
    { title: "shared fees", figure: true },
    { title: "total", figure: true },
    { title: of, figure: true },
  ];
  const figures = (spend: Spend) => (
    <>
      <MoneyCell amount={spend.direct} currency={currency} />
      <MoneyCell amount={spend.shared} currency={currency} />
      <MoneyCell amount={spend.total} currency={currency} />
      <td class="figure">{percent(spend.total, whole)}</td>
    </>
  );
  return (
    <Table id={id} caption={caption} headings={headings}>
      {groups.map((group) => (
        <tbody key={group.value}>
          <tr class={group.parts.length > 0 ? "group" : undefined}>
            <th scope="row">{nameOf(group)}</th>
            {figures(group)}
          </tr>
          {partsOf(group).map((part) => (
            <tr key={part.value} class="part">
              <th scope="row">{partName(part)}</th>
              {figures(part)}
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">total</th>
          {figures(total)}
        </tr>
      </tfoot>
    </Table>
  );
}

// A group that nobody divides needs no part that repeats it.
function partsOf({ parts }: SpendGroup): readonly SpendGroup[] {
  return parts.length === 1 && parts[0]?.value === null ? [] : parts;
}
