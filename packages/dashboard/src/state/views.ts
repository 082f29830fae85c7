/** The parts in which the page is shown, one at a time, in their order, and what each is called. */
export const VIEWS = {
  costs: "Costs",
  shared: "Shared costs",
  experiments: "Experiments and tags",
  resources: "Resources",
} as const;

/** One of them. */
export type View = keyof typeof VIEWS;

/** What is shown unasked. */
export const FIRST_VIEW: View = "costs";

/** All of them in that order. */
export const ALL_VIEWS = Object.keys(VIEWS).filter(isView);

/** Whether a word is one. */
export function isView(word: string): word is View {
  return Object.hasOwn(VIEWS, word);
}

/** Which view an address means: whoever reads the story of a resource is among the resources. */
export function viewOf(state: { readonly view: View | null; readonly resource: string | null }): View {
  return state.view ?? (state.resource === null ? FIRST_VIEW : "resources");
}

/**
 * The state in another view; the first one is not said.
 *
 * @example inView(START, "shared").view // "shared"
 */
export function inView<State extends { readonly view: View | null }>(state: State, view: View): State {
  return { ...state, view: view === FIRST_VIEW ? null : view };
}
