import type { ComponentChildren } from "preact";
import { filtersIn } from "../state/filtering.ts";
import type { PageState } from "../state/page-state.ts";

/** A part of the page under a heading of its own. */
export function Section(given: {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly intro?: ComponentChildren;
  /** What stands beside the heading: choices. */
  readonly aside?: ComponentChildren;
  readonly busy?: boolean;
  /** What is shown, where its filters do not narrow this part. */
  readonly unfiltered?: PageState;
  readonly children: ComponentChildren;
}) {
  const { id, title, intro, aside, busy = false, unfiltered, children } = given;
  const filters = unfiltered === undefined ? null : filtersIn(unfiltered);
  return (
    <section id={id} aria-labelledby={`${id}-title`} aria-busy={busy}>
      <div class="section-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {intro === undefined ? null : <p class="intro">{intro}</p>}
          {filters === null ? null : (
            <p class="unfiltered">{filters} does not narrow this part: it is shown whole.</p>
          )}
        </div>
        {aside}
      </div>
      <div class="section-body">{children}</div>
    </section>
  );
}
