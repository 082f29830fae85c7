import { useEffect, useRef } from "preact/hooks";
import { showInstead } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { inView, type View } from "../state/views.ts";
import { PANELS } from "./panels.tsx";

/** Follows an anchor in the address to its panel, in whatever view that is. */
export function useAnchor(view: View, state: PageState, isShown: boolean): void {
  const followed = useRef("");
  useEffect(() => {
    if (!isShown) return;
    let stop = () => {};
    const follow = () => {
      stop();
      followed.current = `${view}${location.hash}`;
      const panel = PANELS.find(({ id }) => location.hash === `#${id}`);
      if (panel === undefined) return;
      if (panel.view === view) stop = keepInSight(panel.id);
      else showInstead(inView(state, panel.view));
    };
    // Whoever comes back from a story is where they were.
    if (followed.current !== `${view}${location.hash}`) follow();
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      stop();
    };
  }, [view, isShown]);
}

/** What tells that whoever looks went on by themselves. */
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown", "focusin"] as const;

/** Scrolls to a panel, again and again while what stands above it is filled. */
function keepInSight(id: string): () => void {
  const panel = document.getElementById(id);
  if (panel === null) return () => {};
  const observer = new ResizeObserver(() => panel.scrollIntoView());
  const stop = () => {
    observer.disconnect();
    for (const move of MOVES) removeEventListener(move, stop);
  };
  for (const move of MOVES) addEventListener(move, stop, { passive: true });
  observer.observe(panel.parentElement ?? panel);
  return stop;
}
