import type { MonthKey } from "@tagledger/core/reports/month/keys";
import { useMemo, useState } from "preact/hooks";
import type { ReportAnswer, ReportRow } from "../api/answers.ts";
import { extents } from "../headline/extents.ts";
import { parseAmount, sum } from "../money/amount.ts";
import { percent } from "../money/percent.ts";
import { ChangeCell, MoneyCell } from "../parts/money.tsx";
import { Table } from "../parts/table.tsx";
import { spendOf } from "../spend/spend.ts";
import { isKey, KEYS } from "../state/keys.ts";
import type { PageState } from "../state/page-state.ts";
import { monthWords } from "../words/dates.ts";
import { wholeNumber } from "../words/words.ts";
import { orderRows } from "./order-rows.ts";
import { Value } from "./value.tsx";

const AT_FIRST = 50;
const MORE = 500;

/** Every group and what it bears, beside the month before; large reports a part at a time. */
export function ReportTable({ report, state }: { readonly report: ReportAnswer; readonly state: PageState }) {
  const { currency, compared } = report;
  const groupBy = report.groupBy.filter(isKey);
  const rows = useMemo(() => orderRows(report.rows, groupBy), [report]);
  const [shown, setShown] = useState(AT_FIRST);
  const part = rows.slice(0, shown);
  const before = compared === null || compared === undefined ? null : compared.period;
  const headings = [
    ...groupBy.map((key) => ({ title: KEYS[key] })),
    { title: "direct", figure: true },
    { title: "shared fees", figure: true },
    { title: "total", figure: true },
    { title: "part", figure: true },
    ...(before === null
      ? []
      : [
          { title: monthWords(before), figure: true },
          { title: "change", figure: true },
        ]),
  ];
  const lengths = useMemo(() => extents(rows.map(({ total }) => parseAmount(total))), [rows]);
  const longest = Math.max(1, ...lengths);
  const total = useMemo(() => spendOf(rows), [rows]);
  const totals = {
    earlier: sum(rows.map((row) => parseAmount(row.before ?? "0"))),
    more: sum(rows.map((row) => parseAmount(row.change ?? "0"))),
  };
  return (
    <>
      <Table
        id="report-table"
        caption={`By ${groupBy.map((key) => KEYS[key]).join(" and ")}, in ${currency}`}
        headings={headings}
      >
        <tbody>
          {part.map((row, index) => (
            <tr key={JSON.stringify(groupBy.map((key) => row[key]))}>
              <Names row={row} groupBy={groupBy} state={state} />
              <MoneyCell amount={parseAmount(row.direct)} currency={currency} />
              <MoneyCell amount={parseAmount(row.shared)} currency={currency} />
              <MoneyCell amount={parseAmount(row.total)} currency={currency} />
              <td class="figure part-bar">
                {percent(parseAmount(row.total), total.total)}
                <i aria-hidden="true">
                  <b style={{ width: `${((lengths[index] ?? 0) / longest) * 100}%` }} />
                </i>
              </td>
              {before === null ? null : (
                <>
                  <MoneyCell amount={parseAmount(row.before ?? "0")} currency={currency} />
                  <ChangeCell amount={parseAmount(row.change ?? "0")} currency={currency} />
                </>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={groupBy.length}>
              total
            </th>
            <MoneyCell amount={total.direct} currency={currency} />
            <MoneyCell amount={total.shared} currency={currency} />
            <MoneyCell amount={total.total} currency={currency} />
            <td class="figure">{percent(total.total, total.total)}</td>
            {before === null ? null : (
              <>
                <MoneyCell amount={totals.earlier} currency={currency} />
                <ChangeCell amount={totals.more} currency={currency} />
              </>
            )}
          </tr>
        </tfoot>
      </Table>
      {rows.length <= AT_FIRST ? null : (
        <div class="paging">
          <p role="status">
            {wholeNumber(part.length)} of {wholeNumber(rows.length)} rows
          </p>
          {part.length === rows.length ? null : (
            <button type="button" class="button" onClick={() => setShown(shown + MORE)}>
              More
            </button>
          )}
        </div>
      )}
    </>
  );
}

function Names(given: {
  readonly row: ReportRow;
  readonly groupBy: readonly MonthKey[];
  readonly state: PageState;
}) {
  const { row, groupBy, state } = given;
  return (
    <>
      {groupBy.map((key, index) =>
        index === 0 ? (
          <th key={key} scope="row">
            <Value of={key} value={row[key] ?? null} state={state} />
          </th>
        ) : (
          <td key={key}>
            <Value of={key} value={row[key] ?? null} state={state} />
          </td>
        ),
      )}
    </>
  );
}
