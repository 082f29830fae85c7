import type { OverviewView } from "@tagledger/core/flows/overview";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { OVERVIEW } from "./api/addresses.ts";
import { problemOf, useAnswer } from "./api/use-answer.ts";
import { Board } from "./board/board.tsx";
import { Foot } from "./board/foot.tsx";
import { Masthead } from "./board/masthead.tsx";
import { Sections } from "./board/sections.tsx";
import { Selectors } from "./board/selectors.tsx";
import { Failed, Loading } from "./parts/states.tsx";
import { usePageState } from "./state/navigation.ts";
import { shownOf } from "./state/shown.ts";
import { Story } from "./story/story.tsx";
import { documentTitle } from "./words/document-title.ts";
import { BASES } from "./words/words.ts";

/** The whole page. */
export function App() {
  const state = usePageState();
  const overview = useAnswer<OverviewView>(OVERVIEW, null);
  const [error, reset] = useErrorBoundary();
  const { resource } = state;
  const shown = overview.known === null ? null : shownOf(overview.known.answer, state);
  const title = documentTitle({ period: shown?.period ?? null, team: state.team, resource });
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (error !== undefined) return <Alone problem={problemOf(error)} retry={reset} />;
  if (overview.problem !== null) return <Alone problem={overview.problem} retry={overview.retry} />;
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      {/* What changes further up is told to who does not see it. */}
      <p class="unseen" role="status">
        {title}
        {shown?.published ? `, ${BASES[shown.published.basis]}` : ""}
      </p>
      <Masthead>
        {overview.known === null || shown === null || resource !== null ? null : (
          <>
            <Sections spend={shown.published !== null} />
            <Selectors overview={overview.known.answer} shown={shown} state={state} />
          </>
        )}
      </Masthead>
      {resource === null ? null : <Story name={resource} state={state} />}
      {overview.known === null || shown === null ? (
        resource === null && (
          <main id="main">
            <Loading what="what there is to see" lines={10} />
          </main>
        )
      ) : (
        <Board
          overview={overview.known.answer}
          shown={shown}
          state={{ ...state, resource: null }}
          hidden={resource !== null}
        />
      )}
      <Foot published={shown?.published ?? null} inputs={overview.known?.answer.inputs ?? []} />
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
