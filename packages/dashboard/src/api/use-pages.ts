import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./ask.ts";
import type { Problem } from "./problem.ts";
import { CHANGED, problemOf } from "./use-answer.ts";

/** An answer that comes in pages. */
interface Paged {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** A list that is read page by page. */
export interface Pages<Page extends Paged> {
  /** All items that were read, in the newest page's frame; null before the first. */
  readonly read: Page | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Reads the next page; where one was refused, that one again. */
  readonly readOn: () => void;
}

/** Reads the first page of a list, and others on demand; anew whenever the address changes or something is done. */
export function usePages<Page extends Paged>(address: string): Pages<Page> {
  const [read, setRead] = useState<Page | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(true);
  const abort = useRef<AbortController | null>(null);

  const readAfter = useCallback(
    (before: Page | null) => {
      abort.current?.abort();
      const current = new AbortController();
      abort.current = current;
      setBusy(true);
      setProblem(null);
      const next = before?.next ?? null;
      const page = next === null ? address : `${address}&after=${encodeURIComponent(next)}`;
      const settle = (change: () => void) => {
        if (current.signal.aborted) return;
        setBusy(false);
        change();
      };
      ask<Page>(page, current.signal).then(
        (answer) => settle(() => setRead({ ...answer, items: [...(before?.items ?? []), ...answer.items] })),
        (error: unknown) => settle(() => setProblem(problemOf(error))),
      );
    },
    [address],
  );

  useEffect(() => {
    const anew = () => readAfter(null);
    anew();
    addEventListener(CHANGED, anew);
    return () => {
      removeEventListener(CHANGED, anew);
      abort.current?.abort();
    };
  }, [readAfter]);

  return { read, busy, problem, readOn: () => readAfter(read) };
}
