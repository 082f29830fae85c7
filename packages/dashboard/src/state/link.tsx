import type { ComponentChildren } from "preact";
import { addressOf, show } from "./navigation.ts";
import type { PageState } from "./page-state.ts";

/** A link to another state of the page: a real one, which opens in a new tab as well. */
export function Link(given: {
  readonly to: PageState;
  readonly class?: string;
  /** Whether this is what is shown. */
  readonly current?: boolean | "page";
  readonly label?: string;
  /** The panel that is meant. */
  readonly anchor?: string;
  /** Whether it leads to another subject, which is read from its top on. */
  readonly top?: boolean;
  readonly children: ComponentChildren;
}) {
  const { to, class: className, current = false, label, anchor, top = false, children } = given;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(to, anchor);
    if (top) scrollTo(0, 0);
  };
  return (
    <a
      href={addressOf(to, anchor)}
      class={className}
      aria-current={current === false ? undefined : current}
      aria-label={label}
      onClick={follow}
    >
      {children}
    </a>
  );
}
