import { Table } from "../parts/table.tsx";
import type { MonthChoice } from "../state/choice.ts";
import { visible } from "../words/visible.ts";
import { PoolLine } from "./pool-line.tsx";
import type { PoolRow } from "./pool-rows.ts";

/** Every pool with what it was divided by, and what lies behind it on demand. */
export function PoolTable(given: {
  readonly rows: readonly PoolRow[];
  readonly currency: string;
  readonly choice: MonthChoice;
}) {
  const { rows, currency, choice } = given;
  const { team } = choice.state;
  const own = [
    { title: "use", figure: true },
    { title: "weight", figure: true },
    { title: "share", figure: true },
  ];
  const all = [{ title: "borne by teams", figure: true }];
  const headings = [
    { title: "pool" },
    { title: "divided" },
    { title: "amount", figure: true },
    ...(team === null ? all : own),
    { title: "idle", figure: true },
    { title: "nobody’s", figure: true },
    { title: "measured", figure: true },
    { title: "confidence", figure: true },
  ];
  return (
    <Table
      id="pools-table"
      caption={`${team === null ? "Shared costs" : `Shared costs, and what ${visible(team)} bears of them`}, in ${currency}`}
      headings={headings}
    >
      {rows.map((row) => (
        <PoolLine key={row.pool} row={row} currency={currency} choice={choice} columns={headings.length} />
      ))}
    </Table>
  );
}
