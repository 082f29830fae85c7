import { Empty } from "../parts/states.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Shown } from "../state/shown.ts";
import { monthWords } from "../words/dates.ts";
import { BASES } from "../words/words.ts";

/** Why there are no figures to see, what makes some, and where there are others. */
export function NoMonth({ shown, state }: { readonly shown: Shown; readonly state: PageState }) {
  const { period, basis, periods } = shown;
  const wanted = period ?? "2026-09";
  const none = period === null || periods.length === 0;
  return (
    <Empty
      title={
        none
          ? "No month was divided yet, so there are no figures."
          : `There are no figures of ${monthWords(period)} at ${BASES[basis]}.`
      }
    >
      <p>
        A month shows once its bill is read and divided: <code>tagledger ingest PATH</code>, then{" "}
        <code>
          tagledger allocate {wanted}
          {basis === "effective" ? "" : ` --basis ${basis}`}
        </code>
        . On this machine <code>npm start -- --bill PATH</code> does both.
      </p>
      {none ? null : (
        <p>
          <Link to={{ ...state, period: null, basis: null, snapshot: null }}>See the newest month</Link>
        </p>
      )}
    </Empty>
  );
}
