import type { ResourcePage, ResourceView } from "@tagledger/core/ledger/view/resource";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ResourcesWanted, resourcesAddress } from "../api/addresses.ts";
import { ask } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { CHANGED, problemOf } from "../api/use-answer.ts";
import { beginReading, hasMore, type Reading, readMore } from "./pager.ts";

/** A list that is being read. */
export interface ResourceList {
  /** Null before the first page; while another list is on its way, the one before. */
  readonly items: readonly ResourceView[] | null;
  readonly more: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly readOn: () => void;
}

/** Reads the resources with any of some verdicts, page by page. */
export function useReading(wanted: ResourcesWanted, verdicts: readonly Verdict[]): ResourceList {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(true);
  const abort = useRef<AbortController | null>(null);
  const { team, period } = wanted;
  const list = verdicts.join();

  const read = useCallback(
    (from: Reading) => {
      abort.current?.abort();
      const current = new AbortController();
      abort.current = current;
      setBusy(true);
      setProblem(null);
      readMore(from, (verdict, after) =>
        ask<ResourcePage>(resourcesAddress({ team, period }, verdict, after), current.signal),
      )
        .then(setReading, (error: unknown) => {
          if (!current.signal.aborted) setProblem(problemOf(error));
        })
        .finally(() => {
          if (!current.signal.aborted) setBusy(false);
        });
    },
    [team, period],
  );

  // What was done elsewhere on the page may have changed verdicts.
  useEffect(() => {
    const again = () => read(beginReading(verdicts));
    addEventListener(CHANGED, again);
    return () => removeEventListener(CHANGED, again);
  }, [read, list]);

  // `list` says what `verdicts` hold, which may be another array of the same.
  useEffect(() => {
    read(beginReading(verdicts));
    return () => abort.current?.abort();
  }, [read, list]);

  return {
    items: reading?.items ?? null,
    more: reading !== null && hasMore(reading),
    busy,
    problem,
    readOn: () => read(reading ?? beginReading(verdicts)),
  };
}
