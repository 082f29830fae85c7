import { monthWords } from "./dates.ts";
import { visible } from "./visible.ts";

/**
 * What the browser's tab says, the most telling first.
 *
 * @example documentTitle({ period: "2026-09", team: "vision", resource: null }) // "vision, September 2026 – Tagledger"
 */
export function documentTitle(shown: {
  readonly period: string | null;
  readonly team: string | null;
  readonly resource: string | null;
}): string {
  const { period, team, resource } = shown;
  const parts = resource !== null ? [resource] : [team, period === null ? null : monthWords(period)];
  const words = parts.filter((part) => part !== null).map(visible);
  return [...(words.length === 0 ? [] : [words.join(", ")]), "Tagledger"].join(" – ");
}
