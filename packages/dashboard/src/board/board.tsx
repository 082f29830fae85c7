import { type Session, sees } from "../api/session.ts";
import { Headline } from "../headline/headline.tsx";
import { BrokenInputs } from "../inputs/broken-inputs.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Shown } from "../state/shown.ts";
import type { View } from "../state/views.ts";
import { Filters } from "./filters.tsx";
import { NoMonth } from "./no-month.tsx";
import { NoTeam } from "./no-team.tsx";
import { OtherSnapshot } from "./other-snapshot.tsx";
import { type Panel, panelsFor } from "./panels.tsx";
import { Sections } from "./sections.tsx";
import { Title } from "./title.tsx";
import { Unfiltered } from "./unfiltered.tsx";
import { useAnchor } from "./use-anchor.ts";

/** One view of the page: every panel of it, and first of all what the month comes to. */
export function Board(given: {
  readonly shown: Shown;
  readonly session: Session;
  readonly view: View;
  readonly state: PageState;
  /** While a story is told. */
  readonly hidden: boolean;
}) {
  const { shown, session, view, state, hidden } = given;
  const { month, period } = shown;
  const { team } = state;
  const panels = panelsFor(session, view, month !== null);
  useAnchor(view, state, !hidden);
  return (
    <main id={hidden ? undefined : "main"} hidden={hidden}>
      <Title month={month} period={period} view={view} state={state} />
      {team !== null && !sees(session, team) ? (
        <NoTeam team={team} state={state} />
      ) : (
        <>
          {session.seesAll ? <BrokenInputs /> : null}
          {month === null ? (
            view === "resources" ? null : (
              <NoMonth shown={shown} state={state} />
            )
          ) : (
            <>
              <OtherSnapshot choice={{ state, month }} />
              {panels.some(({ filtered }) => filtered) ? (
                <Filters choice={{ state, month }} />
              ) : (
                <Unfiltered state={state} />
              )}
              {view === "costs" ? <Headline choice={{ state, month }} session={session} /> : null}
            </>
          )}
          <Sections panels={panels} />
          {panels.map((panel) => (
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
