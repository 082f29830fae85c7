import type { Verdict } from "@tagledger/core/tags/verdict/judge";

/** A verdict as a word with a mark of its own, so that it reads without colour. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return <span class={`verdict verdict-${verdict}`}>{verdict}</span>;
}
