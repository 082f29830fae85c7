import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ShownMonth } from "../state/shown.ts";
import { VIEWS, type View } from "../state/views.ts";
import { monthWords } from "../words/dates.ts";
import { BASES, SHORT_SNAPSHOT } from "../words/words.ts";

/** What the page is about: view, month and team, and what exactly its figures are. */
export function Title(given: {
  readonly month: ShownMonth | null;
  readonly period: string | null;
  readonly view: View;
  readonly state: PageState;
}) {
  const { month, period, view, state } = given;
  return (
    <div class="title">
      <p class="kicker">{VIEWS[view]}</p>
      <h1 id="title">
        {period === null ? "No bill yet" : <time dateTime={period}>{monthWords(period)}</time>}
        <span class="whose">{state.team === null ? "All teams" : <Name value={state.team} />}</span>
      </h1>
      {month === null ? null : (
        <dl class="facts">
          <div>
            <dt>Basis</dt>
            <dd>{BASES[month.basis]}</dd>
          </div>
          <div>
            <dt>Divided</dt>
            <dd>
              <Moment at={month.at} />
            </dd>
          </div>
          <div>
            <dt>Snapshot</dt>
            <dd>
              <code title={month.snapshot}>{month.snapshot.slice(0, SHORT_SNAPSHOT)}</code>
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
