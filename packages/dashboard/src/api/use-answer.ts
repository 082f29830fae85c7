import { useCallback, useEffect, useState } from "preact/hooks";
import { ask } from "./ask.ts";
import { type Problem, Refusal } from "./problem.ts";

/** An answer, and what was asked about, which may have changed since. */
export interface Known<Answer, Subject> {
  readonly answer: Answer;
  readonly about: Subject;
}

/** How far a question to the API has come. */
export interface Asked<Answer, Subject = null> {
  /** The newest answer; while another is on its way, the one before. */
  readonly known: Known<Answer, Subject> | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly retry: () => void;
}

interface State<Answer, Subject> {
  readonly address: string | null;
  readonly known: Known<Answer, Subject> | null;
  readonly problem: Problem | null;
}

/** How an answer is come by. */
type Reader<Answer> = (address: string, signal: AbortSignal) => Promise<Answer>;

/** Told when something was done, so that what is shown is asked for again. */
export const CHANGED = "tagledger:changed";

const MONTHS_ADDRESS = "api/v1/months";
const NOTHING = { address: null, known: null, problem: null };

/**
 * Asks the API whenever the address changes; null asks nothing.
 *
 * @param read how: by one request, or by several
 */
export function useAnswer<Answer, Subject = null>(
  address: string | null,
  about: Subject,
  read: Reader<Answer> = ask<Answer>,
): Asked<Answer, Subject> {
  const [state, setState] = useState<State<Answer, Subject>>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  // The address says what it is about; another attempt asks again.
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    const settle = (settled: Pick<State<Answer, Subject>, "known" | "problem">) => {
      if (!abort.signal.aborted) setState({ address, ...settled });
    };
    read(address, abort.signal).then(
      (answer) => settle({ known: { answer, about }, problem: null }),
      (error: unknown) => settle({ known: null, problem: problemOf(error) }),
    );
    return () => abort.abort();
  }, [address, attempt]);
  // What is done here may change all that is told of now; figures of a month change only when it is divided anew.
  useEffect(() => {
    if (address === null || address.startsWith(MONTHS_ADDRESS)) return;
    const again = () => setAttempt((count) => count + 1);
    addEventListener(CHANGED, again);
    return () => removeEventListener(CHANGED, again);
  }, [address]);
  const retry = useCallback(() => {
    setState(NOTHING);
    setAttempt((count) => count + 1);
  }, []);
  if (address === null) return { known: null, problem: null, busy: false, retry };
  const busy = state.address !== address;
  return { known: state.known, problem: busy ? null : state.problem, busy, retry };
}

/** A problem from whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { title: "Something went wrong on this page", detail, status: null };
}
