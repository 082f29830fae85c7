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

/** Shows another state of the page, which can be gone back from. */
export function show(state: PageState): void {
  const query = writeState(state);
  if (query === location.search) return;
  history.pushState(null, "", query);
  dispatchEvent(new Event(CHANGED));
}
