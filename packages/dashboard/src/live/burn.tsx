import { Moment } from "../parts/moment.tsx";
import { wholeNumber } from "../words/words.ts";
import { CostFigure } from "./cost-figure.tsx";
import type { LiveRow } from "./live-rows.ts";

/** The two figures of live spend: an hour now, and the month so far. */
export function Burn(given: { readonly total: LiveRow; readonly month: string; readonly at: string }) {
  const { total, month, at } = given;
  const { hourly, monthToDate } = total;
  return (
    <dl class="burn">
      <div>
        <dt>an hour now</dt>
        <dd>
          <CostFigure costs={hourly} named />
        </dd>
        <dd class="detail">
          {wholeNumber(hourly.resources)} there
          {hourly.unpriced === 0 ? "" : `, of ${wholeNumber(hourly.unpriced)} no price is known`}; as of{" "}
          <Moment at={at} />
        </dd>
      </div>
      <div>
        <dt>{month} so far</dt>
        <dd>
          <CostFigure costs={monthToDate} named />
        </dd>
        <dd class="detail">
          {wholeNumber(monthToDate.resources)} were there
          {monthToDate.mayHaveEnded === 0
            ? ""
            : `; ${wholeNumber(monthToDate.mayHaveEnded)} may have ended before, so this is the most it can be`}
        </dd>
      </div>
    </dl>
  );
}
