import { useEffect, useErrorBoundary } from "preact/hooks";
import { MONTHS, SESSION } from "./api/addresses.ts";
import type { MonthsAnswer } from "./api/answers.ts";
import type { Session } from "./api/session.ts";
import { problemOf, useAnswer } from "./api/use-answer.ts";
import { Board } from "./board/board.tsx";
import { Foot } from "./board/foot.tsx";
import { Masthead } from "./board/masthead.tsx";
import { panelsFor } from "./board/panels.tsx";
import { Sections } from "./board/sections.tsx";
import { Selectors } from "./board/selectors.tsx";
import { useTeams } from "./board/use-teams.ts";
import { Failed, Loading } from "./parts/states.tsx";
import { usePageState } from "./state/navigation.ts";
import { shownOf } from "./state/shown.ts";
import { Story } from "./story/story.tsx";
import { documentTitle } from "./words/document-title.ts";
import { BASES } from "./words/words.ts";

/** The whole page. */
export function App() {
  const state = usePageState();
  const asked = { session: useAnswer<Session>(SESSION, null), months: useAnswer<MonthsAnswer>(MONTHS, null) };
  const [error, reset] = useErrorBoundary();
  const { resource } = state;
  const session = asked.session.known?.answer ?? null;
  const months = asked.months.known?.answer ?? null;
  const shown = months === null ? null : shownOf(months, state);
  const month = shown?.month ?? null;
  const teams = useTeams(month, session);
  const title = documentTitle({ period: shown?.period ?? null, team: state.team, resource });
  useEffect(() => {
    document.title = title;
  }, [title]);

  const failed = [asked.session, asked.months].find(({ problem }) => problem !== null);
  if (error !== undefined) return <Alone problem={problemOf(error)} retry={reset} />;
  if (failed !== undefined && failed.problem !== null)
    return <Alone problem={failed.problem} retry={failed.retry} />;
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
      {months === null || session === null || shown === null || resource !== null ? (
        <Masthead />
      ) : (
        <Masthead below={<Sections panels={panelsFor(session, month !== null)} />}>
          <Selectors months={months} teams={teams} shown={shown} state={state} />
        </Masthead>
      )}
      {resource === null ? null : <Story name={resource} state={state} session={session} />}
      {session === null || shown === null ? (
        resource === null && (
          <main id="main">
            <Loading what="what there is to see" lines={10} />
          </main>
        )
      ) : (
        <Board
          shown={shown}
          session={session}
          state={{ ...state, resource: null }}
          hidden={resource !== null}
        />
      )}
      <Foot month={month} session={session} />
    </>
  );
}

function Alone(given: Parameters<typeof Failed>[0]) {
  return (
    <>
      <Masthead />
      <main id="main">
        <h1 class="unseen">Tagledger</h1>
        <Failed {...given} />
      </main>
    </>
  );
}
