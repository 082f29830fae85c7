import { useState } from "preact/hooks";
import { apiAddress } from "../api/addresses.ts";
import type { RequestAnswer } from "../api/answers.ts";
import type { Session } from "../api/session.ts";
import { jsonBody, useSending } from "../api/use-sending.ts";
import { Name } from "../parts/name.tsx";
import { Refused } from "../parts/refused.tsx";

/** Asks for an exemption of a resource, or, where it is quarantined, for its release; somebody else decides. */
export function AskForm(given: {
  readonly resource: string;
  readonly isQuarantined: boolean;
  readonly session: Session;
}) {
  const { resource, isQuarantined, session } = given;
  const [kind, setKind] = useState<RequestAnswer["kind"]>(isQuarantined ? "release" : "exemption");
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const sending = useSending<RequestAnswer>(() => setReason(""));
  const ask = (event: Event) => {
    event.preventDefault();
    const ends = kind === "exemption" && until !== "" ? { until } : {};
    sending.send(apiAddress("requests"), jsonBody({ kind, resource, reason, ...ends }));
  };
  return (
    <form class="ask card padded" aria-label="Ask for a release or an exemption" onSubmit={ask}>
      <p class="asker">
        Asked as <Name value={session.name} />; somebody else decides.
      </p>
      {isQuarantined ? (
        <label class="field">
          What
          <select
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value === "release" ? "release" : "exemption")}
          >
            <option value="release">release: give back what is quarantined</option>
            <option value="exemption">exemption: leave it alone for a time</option>
          </select>
        </label>
      ) : null}
      <label class="field wide">
        Reason
        <textarea
          rows={2}
          required
          maxLength={2000}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {kind === "exemption" ? (
        <label class="field">
          Until and with
          <input
            type="date"
            required
            value={until}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
        </label>
      ) : null}
      <button type="submit" class="button" aria-disabled={sending.busy}>
        Ask for {kind === "release" ? "release" : "exemption"}
      </button>
      <Refused problem={sending.problem} />
      <p role="status" class="said">
        {sending.done === null ? "" : "It is asked for; below you see what becomes of it."}
      </p>
    </form>
  );
}
