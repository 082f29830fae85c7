import { useEffect } from "preact/hooks";
import { showInstead } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { inView, type View } from "../state/views.ts";
import { PANELS } from "./panels.tsx";

/** Follows an anchor in the address to its panel, in whatever view that is. */
export function useAnchor(view: View, state: PageState, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const follow = () => {
      const panel = PANELS.find(({ id }) => location.hash === `#${id}`);
      if (panel === undefined) return;
      if (panel.view === view) document.getElementById(panel.id)?.scrollIntoView();
      else showInstead(inView(state, panel.view));
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [view, isShown]);
}
