import { Copy } from "../parts/copy.tsx";
import { visible } from "../words/visible.ts";
import { variablesOf } from "./variables.ts";

/** The exact line that puts a resource right, to be copied. */
export function Fix({ line, of }: { readonly line: string; readonly of: string }) {
  const variables = variablesOf(line);
  return (
    <div class="fix">
      <div class="line">
        <Command line={line} />
        <Copy text={line} what={`the command for ${visible(of)}`} />
      </div>
      {variables.length === 0 ? null : (
        <p class="choose">
          Choose {variables.map((name) => `$${name}`).join(" and ")} first: without, the shell refuses to run
          it.
        </p>
      )}
    </div>
  );
}

// Words are kept whole where there is room: a line broken at a hyphen reads like another one.
function Command({ line }: { readonly line: string }) {
  return (
    <code dir="ltr" translate={false}>
      {line.split(/( +)/).map((word, index) => (index % 2 === 0 ? <span key={index}>{word}</span> : word))}
    </code>
  );
}
