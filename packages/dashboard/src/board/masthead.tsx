import type { ComponentChildren } from "preact";
import { Link } from "../state/link.tsx";
import { START } from "../state/page-state.ts";
import { Mark } from "./mark.tsx";

/** The top of every view: whose page this is, and what it shows. */
export function Masthead({
  children,
  below,
}: {
  readonly children?: ComponentChildren;
  /** What stands below it, as wide as the page. */
  readonly below?: ComponentChildren;
}) {
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <Link to={START} class="brand" top label="Tagledger, to the start">
          <Mark />
          Tagledger
        </Link>
        {children}
      </div>
      {below}
    </header>
  );
}
