import type { ComponentChildren } from "preact";
import { show } from "./navigation.ts";
import { type PageState, writeState } from "./page-state.ts";

/** A link to another state of the page: a real one, which opens in a new tab as well. */
export function Link(given: {
  readonly to: PageState;
  readonly class?: string;
  /** Whether this is what is shown. */
  readonly current?: boolean;
  readonly label?: string;
  /** Whether it leads to another subject, which is read from its top on. */
  readonly top?: boolean;
  readonly children: ComponentChildren;
}) {
  const { to, class: className, current = false, label, top = false, children } = given;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(to);
    if (top) scrollTo(0, 0);
  };
  return (
    <a
      href={writeState(to)}
      class={className}
      aria-current={current ? "true" : undefined}
      aria-label={label}
      onClick={follow}
    >
      {children}
    </a>
  );
}
