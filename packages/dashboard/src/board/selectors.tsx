import type { Basis } from "@tagledger/core/costs/charge";
import type { MonthsAnswer } from "../api/answers.ts";
import { including, Selector } from "../parts/selector.tsx";
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
