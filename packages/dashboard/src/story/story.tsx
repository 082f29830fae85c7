import type { StoryView } from "@tagledger/core/ledger/view/story";
import { useEffect, useRef, useState } from "preact/hooks";
import { storyAddress } from "../api/addresses.ts";
import type { Session } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Copy } from "../parts/copy.tsx";
import { Name } from "../parts/name.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { ResourceRequests } from "../requests/resource-requests.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { momentWords } from "../words/dates.ts";
import { visible } from "../words/visible.ts";
import { Incarnation } from "./incarnation.tsx";

/** The story of one resource: who made it, whose it is and why, what happened to it, and what would put it right. */
export function Story(given: {
  readonly name: string;
  readonly state: PageState;
  /** Null until it is known who looks. */
  readonly session: Session | null;
}) {
  const { name, state, session } = given;
  const { known, problem, retry } = useAnswer<StoryView, string>(storyAddress(name), name);
  const [opener] = useState(() => document.activeElement);
  const heading = useRef<HTMLHeadingElement>(null);
  const story = known?.about === name ? known.answer : null;
  const newest = story?.incarnations[0];
  // Whoever follows a link by keyboard or by ear goes on from here, and back from where they were.
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [name]);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
  return (
    <main id="main" class="story">
      <p class="back">
        <Link to={{ ...state, view: "resources", resource: null }}>← All resources</Link>
      </p>
      <p class="kicker">{newest?.type ?? "Resource"}</p>
      <h1 id="title" ref={heading} tabIndex={-1}>
        <Name value={newest?.id ?? name} />
      </h1>
      <p class="resource-name">
        <code dir="ltr">{visible(name)}</code>
        <Copy text={name} what="the name of the resource" />
      </p>
      {problem !== null ? (
        <Failed problem={problem} retry={retry} />
      ) : story === null ? (
        <Loading what="the story" lines={8} />
      ) : (
        story.incarnations.map((told, index) => (
          <Incarnation
            key={told.incarnation}
            told={told}
            id={`incarnation-${index + 1}`}
            title={
              story.incarnations.length === 1
                ? null
                : `${index === 0 ? "Now" : "Before"}: created ${momentWords(told.created).day}`
            }
          />
        ))
      )}
      {newest === undefined || session === null ? null : (
        <ResourceRequests
          resource={name}
          team={newest.team}
          isQuarantined={newest.remediation?.stage === "quarantined"}
          isThere={newest.deleted === null}
          session={session}
          state={state}
        />
      )}
    </main>
  );
}
