import { useState } from "preact/hooks";
import { apiAddress } from "../api/addresses.ts";
import type { ViolationsAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import { Moment } from "../parts/moment.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { PanelProps } from "../state/choice.ts";
import { countWords, wholeNumber } from "../words/words.ts";
import { moreThan } from "./more.ts";
import { ViolationTable } from "./violation-table.tsx";

/** What breaks the rules, by what it costs, each with the line that puts it right. */
export function ViolationsPanel({ choice: { state } }: PanelProps) {
  const [most, setMost] = useState(moreThan(0));
  const { team } = state;
  const asked = useAnswer<ViolationsAnswer>(apiAddress("violations", { team, limit: String(most) }), null);
  return (
    <Section
      id="violations"
      title="What breaks the rules"
      intro="The dearest first, at list prices, with the line that puts each right."
      busy={asked.busy}
    >
      <Answered asked={asked} what="what breaks the rules">
        {({ items, total, at }) =>
          items.length === 0 ? (
            <Empty title="Nothing breaks the rules." />
          ) : (
            <>
              <ViolationTable items={items} state={state} />
              <div class="paging">
                <p role="status">
                  {wholeNumber(items.length)} of {countWords(total, "resource")}, as of <Moment at={at} />
                </p>
                {items.length < total && most < moreThan(most) ? (
                  <button
                    type="button"
                    class="button"
                    aria-disabled={asked.busy}
                    onClick={() => asked.busy || setMost(moreThan(most))}
                  >
                    More violations
                  </button>
                ) : null}
              </div>
            </>
          )
        }
      </Answered>
    </Section>
  );
}
