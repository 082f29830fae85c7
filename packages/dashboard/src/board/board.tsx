import { type Session, sees } from "../api/session.ts";
import { Headline } from "../headline/headline.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Shown } from "../state/shown.ts";
import { Filters } from "./filters.tsx";
import { NoMonth } from "./no-month.tsx";
import { NoTeam } from "./no-team.tsx";
import { OtherSnapshot } from "./other-snapshot.tsx";
import { type Panel, panelsFor } from "./panels.tsx";
import { Title } from "./title.tsx";

/** The page: what a month comes to, and every panel. */
export function Board(given: {
  readonly shown: Shown;
  readonly session: Session;
  readonly state: PageState;
  /** While a story is told. */
  readonly hidden: boolean;
}) {
  const { shown, session, state, hidden } = given;
  const { month, period } = shown;
  const { team } = state;
  return (
    <main id={hidden ? undefined : "main"} hidden={hidden}>
      <Title month={month} period={period} state={state} />
      {team !== null && !sees(session, team) ? (
        <NoTeam team={team} state={state} />
      ) : (
        <>
          {month === null ? (
            <NoMonth shown={shown} state={state} />
          ) : (
            <>
              <OtherSnapshot choice={{ state, month }} />
              <Filters choice={{ state, month }} />
              <Headline choice={{ state, month }} session={session} />
            </>
          )}
          {panelsFor(session, month !== null).map((panel) => (
            <PanelView key={panel.id} panel={panel} shown={shown} session={session} state={state} />
          ))}
        </>
      )}
    </main>
  );
}

function PanelView(given: {
  readonly panel: Panel;
  readonly shown: Shown;
  readonly session: Session;
  readonly state: PageState;
}) {
  const { panel, shown, session, state } = given;
  const { month } = shown;
  if (panel.of === "now") return <panel.View choice={{ state, month }} session={session} />;
  return month === null ? null : <panel.View choice={{ state, month }} session={session} />;
}
