import { apiAddress } from "../api/addresses.ts";
import type { RequestsAnswer } from "../api/answers.ts";
import { askWhole } from "../api/ask-whole.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { PanelProps } from "../state/choice.ts";
import { RequestTable } from "./request-table.tsx";

/** Releases and exemptions that were asked for, and what became of them. */
export function RequestsPanel({ choice: { state }, session }: PanelProps) {
  const asked = useAnswer<RequestsAnswer>(
    apiAddress("requests", { team: state.team, limit: "1000" }),
    null,
    (address, signal) => askWhole<"items", RequestsAnswer>(address, "items", signal),
  );
  return (
    <Section
      id="requests"
      title="Releases and exemptions"
      intro="What was asked for, by whom and why. They are asked for from the story of a resource."
      busy={asked.busy}
    >
      <Answered asked={asked} what="requests">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nobody asked for anything." />
          ) : (
            <RequestTable
              id="requests-table"
              caption="Requests, the newest first"
              requests={items}
              session={session}
              state={state}
            />
          )
        }
      </Answered>
    </Section>
  );
}
