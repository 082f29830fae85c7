import type { Problem } from "../api/problem.ts";
import { visible } from "../words/visible.ts";

/** Why something was not done, beside what asked for it. */
export function Refused({ problem }: { readonly problem: Problem | null }) {
  return (
    <div role="alert" class="refused">
      {problem === null ? null : (
        <p>
          <strong>{problem.title}</strong>: <bdi>{visible(problem.detail)}</bdi>
        </p>
      )}
    </div>
  );
}
