import type { OverviewView } from "@tagledger/core/flows/overview";
import type { Published } from "../state/shown.ts";
import { InputTable } from "./inputs.tsx";

/** The foot of the page: how to read it, and what exactly it was made from. */
export function Foot({
  published,
  inputs,
}: {
  readonly published: Published | null;
  readonly inputs: OverviewView["inputs"];
}) {
  return (
    <footer>
      <InputTable inputs={inputs} />
      <p>
        Figures are rounded for reading, so a column may seem to miss its total by the smallest coin; the
        exact decimal of each is in its element, and appears when you point at it. All times are UTC.
      </p>
      <p>
        Verdicts are judged from the log, taken to hold all tagging, as <code>--assume-complete</code> does.
      </p>
      {published === null ? null : (
        <p>
          Snapshot <code>{published.snapshot}</code>
        </p>
      )}
    </footer>
  );
}
