import { useEffect, useState } from "preact/hooks";
import { type PageState, readState, writeState } from "./page-state.ts";

const CHANGED = "tagledger:navigated";

/** The page's state as its address has it, now and whenever that changes. */
export function usePageState(): PageState {
  const [query, setQuery] = useState(location.search);
  useEffect(() => {
    const read = () => setQuery(location.search);
    addEventListener("popstate", read);
    addEventListener(CHANGED, read);
    return () => {
      removeEventListener("popstate", read);
      removeEventListener(CHANGED, read);
    };
  }, []);
  return readState(query);
}

/**
 * Shows another state of the page, which can be gone back from.
 *
 * @param anchor the panel that is meant
 */
export function show(state: PageState, anchor?: string): void {
  const address = addressOf(state, anchor);
  if (address === `${location.search}${location.hash}`) return;
  history.pushState(null, "", address);
  dispatchEvent(new Event(CHANGED));
}

/** Shows what an address means that was left by no link, in its place. */
export function showInstead(state: PageState): void {
  history.replaceState(null, "", `${writeState(state)}${location.hash}`);
  dispatchEvent(new Event(CHANGED));
}

/** The address of a state, and perhaps of a panel. */
export function addressOf(state: PageState, anchor?: string): string {
  return anchor === undefined ? writeState(state) : `${writeState(state)}#${anchor}`;
}
