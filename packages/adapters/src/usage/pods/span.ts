import type { Span } from "../hours.ts";

/** Times that follow each other without a gap, as one. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && last.end === span.start) all[all.length - 1] = { ...last, end: span.end };
    else all.push(span);
  }
  return all;
}
