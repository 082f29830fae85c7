import type { Problem } from "../api/problem.ts";
import { Refused } from "../parts/refused.tsx";
import { visible } from "../words/visible.ts";
import { problemLine } from "./problem-line.ts";

/** Why a file was not taken, and the line that it is about. */
export function NotTaken(given: {
  readonly problem: Problem | null;
  readonly name: string;
  readonly text: string;
}) {
  const { problem, name, text } = given;
  const line = problem === null ? null : problemLine(problem.detail, name, text);
  return (
    <>
      <Refused problem={problem} />
      {line === null ? null : (
        <ol
          class="file-lines"
          start={line.lines[0]?.number}
          aria-label={`Around line ${line.number} of the file`}
        >
          {line.lines.map(({ number, text: words, isIt }) => (
            <li key={number} class={isIt ? "wrong" : undefined} aria-current={isIt ? "true" : undefined}>
              <code dir="ltr">{visible(words)}</code>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
