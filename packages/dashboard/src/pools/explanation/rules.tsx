import { visible } from "../../words/visible.ts";
import type { ExplainedPool } from "./explanation-answer.ts";

/** The rules of the configuration by which a pool was divided; who does not see all is not told them. */
export function Rules({ pool: { rules } }: { readonly pool: ExplainedPool }) {
  if (rules.length === 0) return null;
  return (
    <details class="as-table">
      <summary>The rules that divide it</summary>
      <dl class="rules">
        {rules.map(({ at, text }) => (
          <div key={at}>
            <dt>
              <code>{at}</code>
            </dt>
            <dd>
              <code dir="ltr">{visible(text)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
