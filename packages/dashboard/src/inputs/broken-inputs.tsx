import { INPUTS } from "../api/addresses.ts";
import type { InputsAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Name } from "../parts/name.tsx";
import { visible } from "../words/visible.ts";
import { countWords } from "../words/words.ts";

/** Says above all else that something could not be read to its end. */
export function BrokenInputs() {
  const { known } = useAnswer<InputsAnswer>(INPUTS, null);
  const broken = (known?.answer.items ?? []).filter(({ outcome }) => outcome === "broken");
  if (broken.length === 0) return null;
  return (
    <div class="warning" role="status">
      <p>
        <strong>{countWords(broken.length, "input")} could not be read to the end,</strong> so something may
        be missing here:
      </p>
      <ul>
        {broken.map(({ source, fingerprint, problem }) => (
          <li key={`${source} ${fingerprint}`}>
            <Name value={source} />
            {problem === null ? null : (
              <>
                : <bdi>{visible(problem)}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
