import type { ComponentChildren } from "preact";
import type { Asked } from "../api/use-answer.ts";
import { Failed, Loading } from "./states.tsx";

/** What an answer says; before it is there, that it is on its way, and where it is refused, why. */
export function Answered<Answer, Subject>(given: {
  readonly asked: Asked<Answer, Subject>;
  /** What is waited for. */
  readonly what: string;
  readonly lines?: number;
  readonly children: (answer: Answer, about: Subject) => ComponentChildren;
}) {
  const { asked, what, lines = 6, children } = given;
  const { known, problem, retry } = asked;
  if (problem !== null) return <Failed problem={problem} retry={retry} />;
  if (known === null) return <Loading what={what} lines={lines} />;
  return <>{children(known.answer, known.about)}</>;
}
