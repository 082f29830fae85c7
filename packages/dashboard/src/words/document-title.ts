import { FIRST_VIEW, VIEWS, type View } from "../state/views.ts";
import { monthWords } from "./dates.ts";
import { visible } from "./visible.ts";

/**
 * What the browser's tab says, the most telling first.
 *
 * @example documentTitle({ view: "shared", period: "2026-09", team: "vision", resource: null }) // "Shared costs, vision, September 2026 – Tagledger"
 */
export function documentTitle(shown: {
  readonly view: View;
  readonly period: string | null;
  readonly team: string | null;
  readonly resource: string | null;
}): string {
  const { view, period, team, resource } = shown;
  const name = view === FIRST_VIEW ? null : VIEWS[view];
  const parts = resource !== null ? [resource] : [name, team, period === null ? null : monthWords(period)];
  const words = parts.filter((part) => part !== null).map(visible);
  return [...(words.length === 0 ? [] : [words.join(", ")]), "Tagledger"].join(" – ");
}
