import { useState } from "preact/hooks";
import { countWords, wholeNumber } from "../words/words.ts";

/** How many rows a long table begins with. */
const FEW = 8;

/** Which rows of a long table are in sight. */
export interface Fold {
  readonly count: number;
  readonly all: boolean;
  readonly toggle: () => void;
  /** The class of a row by its place in the table. */
  readonly classOf: (index: number) => "folded" | undefined;
}

/** Keeps most rows of a long table out of sight until they are asked for; on paper all are there. */
export function useFold(count: number): Fold {
  const [all, setAll] = useState(false);
  const isLong = count > FEW;
  return {
    count,
    all: all || !isLong,
    toggle: () => setAll(!all),
    classOf: (index) => (isLong && !all && index >= FEW ? "folded" : undefined),
  };
}

/** Below a long table: how many of its rows are in sight, and a way to the others. */
export function Unfold({ fold, noun }: { readonly fold: Fold; readonly noun: string }) {
  const { count, all, toggle } = fold;
  if (count <= FEW) return null;
  const words = countWords(count, noun);
  return (
    <div class="paging folding">
      <p role="status">{all ? words : `${wholeNumber(FEW)} of ${words}`}</p>
      <button type="button" class="button" aria-expanded={all} onClick={toggle}>
        {all ? `Fewer ${noun}s` : `All ${words}`}
      </button>
    </div>
  );
}
