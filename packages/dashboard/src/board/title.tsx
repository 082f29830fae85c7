import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import type { Published } from "../state/shown.ts";
import { monthWords } from "../words/dates.ts";
import { BASES, SHORT_SNAPSHOT } from "../words/words.ts";

/** What the page is about: month and team, and what exactly its figures are. */
export function Title(given: {
  readonly published: Published | null;
  readonly period: string | null;
  readonly team: string | null;
}) {
  const { published, period, team } = given;
  return (
    <div class="title">
      <p class="kicker">Showback</p>
      <h1 id="title">
        {period === null ? "No bill yet" : <time dateTime={period}>{monthWords(period)}</time>}
        <span class="whose">{team === null ? "All teams" : <Name value={team} />}</span>
      </h1>
      {published === null ? null : (
        <dl class="facts">
          <div>
            <dt>Basis</dt>
            <dd>{BASES[published.basis]}</dd>
          </div>
          <div>
            <dt>Currency</dt>
            <dd>{published.currency}</dd>
          </div>
          <div>
            <dt>As of</dt>
            <dd>
              <Moment at={published.asOf} />
            </dd>
          </div>
          <div>
            <dt>Snapshot</dt>
            <dd>
              <code title={published.snapshot}>{published.snapshot.slice(0, SHORT_SNAPSHOT)}</code>
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
