import { visible } from "../words/visible.ts";
import type { Hint } from "./drawing.ts";

/** A hint at a place on a chart. */
export interface Placed {
  readonly hint: Hint;
  readonly x: number;
  readonly y: number;
  /** Where there is no room to the right of the place. */
  readonly leftwards: boolean;
}

/** Shows a hint. Only who points sees it, and the table has it for everybody. */
export function HintBox({ placed: { hint, x, y, leftwards } }: { readonly placed: Placed }) {
  return (
    <div
      class={leftwards ? "hint leftwards" : "hint"}
      style={{ left: `${x}px`, top: `${y}px` }}
      aria-hidden="true"
    >
      <strong>
        <bdi>{visible(hint.title)}</bdi>
      </strong>
      <bdi>{visible(hint.line)}</bdi>
    </div>
  );
}
