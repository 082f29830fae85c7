import type { RequestAnswer } from "../api/answers.ts";
import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import { visible } from "../words/visible.ts";

/** What became of a request: who decided it, when, and with what words. */
export function Became({ request }: { readonly request: RequestAnswer }) {
  const { state, decidedBy, decidedAt, note } = request;
  return (
    <>
      <span class={`standing standing-${state}`}>{state}</span>
      {decidedBy === null ? null : (
        <span class="detail">
          by <Name value={decidedBy} />
          {decidedAt === null ? null : (
            <>
              {" "}
              <Moment at={decidedAt} />
            </>
          )}
        </span>
      )}
      {note === null ? null : (
        <span class="detail">
          “<bdi>{visible(note)}</bdi>”
        </span>
      )}
    </>
  );
}
