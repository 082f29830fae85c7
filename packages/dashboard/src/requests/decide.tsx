import { useEffect, useRef, useState } from "preact/hooks";
import { apiAddress } from "../api/addresses.ts";
import type { RequestAnswer } from "../api/answers.ts";
import type { Session } from "../api/session.ts";
import { jsonBody, useSending } from "../api/use-sending.ts";
import { Refused } from "../parts/refused.tsx";
import { type Decision, decisionsFor } from "./request-state.ts";

const SAYS: Readonly<Record<Decision, string>> = {
  approve: "Approve",
  refuse: "Refuse",
  withdraw: "Withdraw",
};

/** What whoever looks can say to a request, with a note if they like. */
export function Decide(given: { readonly request: RequestAnswer; readonly session: Session }) {
  const { request, session } = given;
  const [chosen, setChosen] = useState<Decision | null>(null);
  const [note, setNote] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const sending = useSending<RequestAnswer>(() => setChosen(null));
  useEffect(() => {
    if (chosen !== null) field.current?.focus();
  }, [chosen]);
  const decisions = decisionsFor(request, session);
  if (decisions.length === 0) return null;
  if (chosen === null)
    return (
      <div class="deciding">
        {decisions.map((decision) => (
          <button key={decision} type="button" class="button" onClick={() => setChosen(decision)}>
            {SAYS[decision]}
            <span class="unseen">
              {" "}
              the {request.kind} of {request.resource}
            </span>
          </button>
        ))}
      </div>
    );
  const say = () =>
    sending.send(
      apiAddress(`requests/${request.id}/decision`),
      jsonBody({ decision: chosen, ...(note.trim() === "" ? {} : { note: note.trim() }) }),
    );
  return (
    <form
      class="deciding"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <label class="field">
        Note
        <input
          ref={field}
          value={note}
          maxLength={2000}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" aria-disabled={sending.busy}>
        {SAYS[chosen]}
      </button>
      <button
        type="button"
        class="button plain"
        onClick={() => {
          sending.forget();
          setChosen(null);
        }}
      >
        Cancel
      </button>
      <Refused problem={sending.problem} />
    </form>
  );
}
