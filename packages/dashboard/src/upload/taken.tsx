import type { UploadedAnswer } from "../api/answers.ts";
import { Name } from "../parts/name.tsx";
import { monthWords } from "../words/dates.ts";
import { countWords } from "../words/words.ts";

const OUTCOMES: Readonly<Record<UploadedAnswer["outcome"], string>> = {
  kept: "is kept",
  replaced: "replaced the older one",
  again: "was handed in before, and all is as it was",
};

/** What became of a file. */
export function Taken({ uploaded }: { readonly uploaded: UploadedAnswer | null }) {
  return (
    <p role="status" class="said">
      {uploaded === null ? null : (
        <>
          <Name value={uploaded.name} /> {OUTCOMES[uploaded.outcome]}: {countWords(uploaded.rows, "row")} of{" "}
          {uploaded.periods.map(monthWords).join(", ")}.
        </>
      )}
    </p>
  );
}
