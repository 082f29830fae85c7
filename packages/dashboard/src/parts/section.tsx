import type { ComponentChildren } from "preact";

/** A part of the page under a heading of its own. */
export function Section(given: {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly intro?: ComponentChildren;
  /** What stands beside the heading: choices. */
  readonly aside?: ComponentChildren;
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}) {
  const { id, title, intro, aside, busy = false, children } = given;
  return (
    <section id={id} aria-labelledby={`${id}-title`} aria-busy={busy}>
      <div class="section-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {intro === undefined ? null : <p class="intro">{intro}</p>}
        </div>
        {aside}
      </div>
      <div class="section-body">{children}</div>
    </section>
  );
}
