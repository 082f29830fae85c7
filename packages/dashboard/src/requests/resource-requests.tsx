import { apiAddress } from "../api/addresses.ts";
import type { RequestsAnswer } from "../api/answers.ts";
import { askWhole } from "../api/ask-whole.ts";
import { may, type Session } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import type { PageState } from "../state/page-state.ts";
import { AskForm } from "./ask-form.tsx";
import { RequestTable } from "./request-table.tsx";

/** What was asked for about a resource, and a way to ask. */
export function ResourceRequests(given: {
  readonly resource: string;
  /** Whose it is; null for nobody's. */
  readonly team: string | null;
  readonly isQuarantined: boolean;
  /** Whether it is still there, so that anything can be asked for. */
  readonly isThere: boolean;
  readonly session: Session;
  readonly state: PageState;
}) {
  const { resource, team, isQuarantined, isThere, session, state } = given;
  const asked = useAnswer<RequestsAnswer>(
    apiAddress("requests", { team: team ?? "", limit: "1000" }),
    null,
    (address, signal) => askWhole<"items", RequestsAnswer>(address, "items", signal),
  );
  return (
    <div class="story-part" aria-busy={asked.busy}>
      <h2>Release or exemption</h2>
      {isThere && may(session, "release") ? (
        <AskForm resource={resource} isQuarantined={isQuarantined} session={session} />
      ) : null}
      <Answered asked={asked} what="requests" lines={2}>
        {({ items }) => {
          const own = items.filter((each) => each.resource === resource);
          return own.length === 0 ? (
            <p class="none">Nothing was asked for.</p>
          ) : (
            <RequestTable
              id="resource-requests"
              caption="Requests about it, the newest first"
              requests={own}
              session={session}
              state={state}
            />
          );
        }}
      </Answered>
    </div>
  );
}
