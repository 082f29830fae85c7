import type { Basis } from "@tagledger/core/costs/charge";
import type { ComponentChildren } from "preact";
import type { MonthsAnswer } from "../api/answers.ts";
import { show } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { type Shown, withPeriod } from "../state/shown.ts";
import { monthWords } from "../words/dates.ts";
import { visible } from "../words/visible.ts";
import { BASES } from "../words/words.ts";

/** The three questions that the whole page answers: when, by which cost, whose. */
export function Selectors(given: {
  readonly months: MonthsAnswer;
  /** Those that can be chosen. */
  readonly teams: readonly string[];
  readonly shown: Shown;
  readonly state: PageState;
}) {
  const { months, teams, shown, state } = given;
  const { period, basis } = shown;
  return (
    <form class="selectors" aria-label="What to show" onSubmit={(event) => event.preventDefault()}>
      {period === null ? null : (
        <>
          <Selector label="Period" value={period} choose={(value) => show(withPeriod(months, state, value))}>
            {including(shown.periods, period).map((each) => (
              <option key={each} value={each}>
                {monthWords(each)}
              </option>
            ))}
          </Selector>
          <Selector
            label="Basis"
            value={basis}
            choose={(value) => show({ ...state, period, snapshot: null, basis: value as Basis })}
          >
            {including(shown.bases, basis).map((each) => (
              <option key={each} value={each}>
                {BASES[each]}
              </option>
            ))}
          </Selector>
        </>
      )}
      <Selector
        label="Team"
        value={state.team ?? ""}
        choose={(value) => show({ ...state, team: value === "" ? null : value, owner: null })}
      >
        <option value="">All teams</option>
        {including(teams, state.team).map((each) => (
          <option key={each} value={each}>
            {visible(each)}
          </option>
        ))}
      </Selector>
    </form>
  );
}

/** One choice out of several. */
export function Selector(given: {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ComponentChildren;
}) {
  const { label, value, choose, children } = given;
  const id = `choose-${label.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <div class="selector">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

/** Values with one that is asked for and may not be among them: the page then says so, and the selector shows it. */
export function including<Value extends string>(
  values: readonly Value[],
  value: Value | null,
): readonly Value[] {
  return value === null || values.includes(value) ? values : [value, ...values];
}
