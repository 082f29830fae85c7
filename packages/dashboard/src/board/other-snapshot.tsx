import { Moment } from "../parts/moment.tsx";
import type { MonthChoice } from "../state/choice.ts";
import { Link } from "../state/link.tsx";
import { SHORT_SNAPSHOT } from "../words/words.ts";

/** Says that the month was divided anew since whoever made the link saw it. */
export function OtherSnapshot({ choice: { state, month } }: { readonly choice: MonthChoice }) {
  const { snapshot } = state;
  if (snapshot === null || month.snapshot.startsWith(snapshot)) return null;
  return (
    <div class="warning" role="status">
      <p>
        <strong>These figures are newer than your link.</strong> It was made when snapshot{" "}
        <code>{snapshot.slice(0, SHORT_SNAPSHOT)}</code> was read; the month was divided anew on{" "}
        <Moment at={month.at} />.
      </p>
      <p>
        <Link to={{ ...state, snapshot: null }}>Go on with these figures</Link>
      </p>
    </div>
  );
}
