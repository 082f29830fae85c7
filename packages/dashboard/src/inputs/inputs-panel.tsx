import { INPUTS } from "../api/addresses.ts";
import type { InputsAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import { InputTable } from "./input-table.tsx";

/** What was read, whole or not: nothing is dropped silently. */
export function InputsPanel() {
  const asked = useAnswer<InputsAnswer>(INPUTS, null);
  return (
    <Section
      id="inputs"
      title="What was read"
      intro="Every bill and every log, and whether it was read to its end."
      busy={asked.busy}
    >
      <Answered asked={asked} what="what was read" lines={2}>
        {({ items }) =>
          items.length === 0 ? <Empty title="Nothing was read." /> : <InputTable items={items} />
        }
      </Answered>
    </Section>
  );
}
