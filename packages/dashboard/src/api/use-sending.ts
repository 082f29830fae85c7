import { useState } from "preact/hooks";
import { type Sent, send } from "./ask.ts";
import type { Problem } from "./problem.ts";
import { CHANGED, problemOf } from "./use-answer.ts";

/** Something that the API is to do, and how far that has come. */
export interface Sending<Answer> {
  readonly busy: boolean;
  /** Why it was not done. */
  readonly problem: Problem | null;
  /** What was done. */
  readonly done: Answer | null;
  readonly send: (address: string, sent: Sent) => void;
  /** Forgets what came of it. */
  readonly forget: () => void;
}

/**
 * Has the API do something once at a time; then what is shown of now is asked for again.
 *
 * @param onDone told when it was done
 */
export function useSending<Answer>(onDone?: () => void): Sending<Answer> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Answer | null>(null);
  const forget = () => {
    setProblem(null);
    setDone(null);
  };
  const sendOnce = (address: string, sent: Sent) => {
    if (busy) return;
    forget();
    setBusy(true);
    send<Answer>(address, sent)
      .then(
        (answer) => {
          setDone(answer);
          onDone?.();
          dispatchEvent(new Event(CHANGED));
        },
        (error: unknown) => setProblem(problemOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return { busy, problem, done, send: sendOnce, forget };
}

/** A value as a body of JSON. */
export function jsonBody(value: unknown): Sent {
  return { type: "application/json", body: JSON.stringify(value) };
}
