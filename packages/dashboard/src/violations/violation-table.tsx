// biome-ignore-all lint/a11y/noRedundantRoles: a narrow page lays the table out as a list, and browsers then forget that it is a table
import type { ViolationAnswer } from "../api/answers.ts";
import { parseAmount } from "../money/amount.ts";
import { Money } from "../parts/money.tsx";
import { NameOr } from "../parts/name.tsx";
import { Findings } from "../resources/findings.tsx";
import { RemedyRow, ResourceHead, ResourceRows } from "../resources/resource-rows.tsx";
import type { PageState } from "../state/page-state.ts";
import { StageWords } from "./stage-words.tsx";

const TITLES = ["resource", "cost", "team", "what is found"];

/** Resources that break the rules, each with its cost, its deadline and the line that puts it right. */
export function ViolationTable(given: {
  readonly items: readonly ViolationAnswer[];
  readonly state: PageState;
}) {
  const { items, state } = given;
  return (
    <ResourceRows
      id="violations-table"
      caption="Violations, the dearest in the month so far first"
      titles={TITLES}
    >
      {items.map((item) => (
        <Row key={`${item.resource} ${item.incarnation}`} item={item} state={state} />
      ))}
    </ResourceRows>
  );
}

function Row({ item, state }: { readonly item: ViolationAnswer; readonly state: PageState }) {
  const { team, findings, remediation } = item;
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <ResourceHead of={item} state={state} />
        <td role="cell" data-title="cost">
          <Cost item={item} />
        </td>
        <td role="cell" data-title="team">
          <NameOr value={team} missing="nobody’s" />
          {remediation === undefined ? null : <StageWords stage={remediation} />}
        </td>
        <td role="cell" data-title="what is found">
          <Findings findings={findings} />
        </td>
      </tr>
      <RemedyRow of={item} />
    </tbody>
  );
}

function Cost({ item: { monthToDate, hourly } }: { readonly item: ViolationAnswer }) {
  if (monthToDate.length + hourly.length === 0) return <span class="none">no price is known</span>;
  return (
    <>
      {monthToDate.map(({ amount, currency }) => (
        <strong key={currency} class="cost">
          <Money amount={parseAmount(amount)} currency={currency} /> {currency}
        </strong>
      ))}
      <span class="detail">
        this month so far
        {hourly.map(({ amount, currency }) => (
          <span key={currency}>
            ; <Money amount={parseAmount(amount)} currency={currency} /> {currency} an hour now
          </span>
        ))}
      </span>
    </>
  );
}
