// biome-ignore-all lint/a11y/noRedundantRoles: a narrow page lays the table out as a list, and browsers then forget that it is a table
import type { ViolationAnswer } from "../api/answers.ts";
import { parseAmount } from "../money/amount.ts";
import { Money } from "../parts/money.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { Findings } from "../resources/findings.tsx";
import { Fix } from "../resources/fix.tsx";
import { NoFix } from "../resources/no-fix.tsx";
import { Link } from "../state/link.tsx";
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
    <div class="card resources">
      <table id="violations-table" role="table">
        <caption>Violations, the dearest in the month so far first</caption>
        <thead role="rowgroup">
          <tr role="row">
            {TITLES.map((title) => (
              <th key={title} scope="col" role="columnheader">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {items.map((item) => (
          <Row key={`${item.resource} ${item.incarnation}`} item={item} state={state} />
        ))}
      </table>
    </div>
  );
}

function Row({ item, state }: { readonly item: ViolationAnswer; readonly state: PageState }) {
  const { resource, id, type, account, region, team, findings, fix, remediation } = item;
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">
          <span class="kind">
            <span class="type">{type}</span>
          </span>{" "}
          <Link to={{ ...state, resource }} class="story-link">
            <Name value={id} />
          </Link>{" "}
          <span class="whereabouts">
            {account ?? "no account"} · {region ?? "no region"}
          </span>
        </th>
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
      <tr role="row" class="remedy">
        <td role="cell" colSpan={4}>
          {fix === null ? <NoFix resource={item} /> : <Fix line={fix} of={id} />}
        </td>
      </tr>
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
