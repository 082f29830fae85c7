import { useEffect } from "preact/hooks";
import { MONTHS } from "../api/addresses.ts";
import type { MonthsAnswer } from "../api/answers.ts";
import type { Session } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Who } from "../auth/who.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { usePageState } from "../state/navigation.ts";
import { shownOf } from "../state/shown.ts";
import { inView, viewOf } from "../state/views.ts";
import { Story } from "../story/story.tsx";
import { documentTitle } from "../words/document-title.ts";
import { BASES } from "../words/words.ts";
import { Alone } from "./alone.tsx";
import { Board } from "./board.tsx";
import { Foot } from "./foot.tsx";
import { Masthead } from "./masthead.tsx";
import { Selectors } from "./selectors.tsx";
import { useTeams } from "./use-teams.ts";
import { Views } from "./views.tsx";

/** The page, to somebody who may see it. */
export function Page({ session }: { readonly session: Session }) {
  const state = usePageState();
  const asked = useAnswer<MonthsAnswer>(MONTHS, null);
  const { resource } = state;
  const view = viewOf(state);
  const months = asked.known?.answer ?? null;
  const shown = months === null ? null : shownOf(months, state);
  const month = shown?.month ?? null;
  const teams = useTeams(month, session);
  const title = documentTitle({ view, period: shown?.period ?? null, team: state.team, resource });
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (asked.problem !== null)
    return (
      <Alone>
        <Failed problem={asked.problem} retry={asked.retry} />
      </Alone>
    );
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      {/* What changes further up is told to who does not see it. */}
      <p class="unseen" role="status">
        {title}
        {month === null ? "" : `, ${BASES[month.basis]}`}
      </p>
      {months === null || shown === null || resource !== null ? (
        <Masthead />
      ) : (
        <Masthead below={<Views view={view} state={state} />}>
          <Selectors months={months} teams={teams} shown={shown} state={state} />
          <Who session={session} />
        </Masthead>
      )}
      {resource === null ? null : <Story name={resource} state={state} session={session} />}
      {shown === null ? (
        resource === null && (
          <main id="main">
            <Loading what="what there is to see" lines={10} />
          </main>
        )
      ) : (
        <Board
          shown={shown}
          session={session}
          view={view}
          state={{ ...inView(state, view), resource: null }}
          hidden={resource !== null}
        />
      )}
      <Foot month={month} session={session} />
    </>
  );
}
