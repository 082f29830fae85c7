import { useRef, useState } from "preact/hooks";
import { apiAddress } from "../api/addresses.ts";
import type { UploadedAnswer } from "../api/answers.ts";
import { useSending } from "../api/use-sending.ts";
import { Section } from "../parts/section.tsx";
import type { PanelProps } from "../state/choice.ts";
import { NotTaken } from "./not-taken.tsx";
import { Taken } from "./taken.tsx";
import { Uploads } from "./uploads.tsx";

const COLUMNS = "start,end,pool,team,metric,quantity";

interface Chosen {
  readonly name: string;
  readonly text: string;
}

/** Hands in usage, whole or not at all; what is wrong is shown at its line. */
export function UploadPanel(_: PanelProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const sending = useSending<UploadedAnswer>();
  const choose = async (file: File | undefined) => {
    sending.forget();
    setChosen(file === undefined ? null : { name: file.name, text: await file.text() });
  };
  const upload = (event: Event) => {
    event.preventDefault();
    if (chosen === null) {
      picker.current?.focus();
      return;
    }
    const type = chosen.name.toLowerCase().endsWith(".json") ? "application/json" : "text/csv";
    sending.send(apiAddress("usage", { name: chosen.name }), { type, body: chosen.text });
  };
  return (
    <Section
      id="upload"
      title="Hand in usage"
      intro="For what no source measures. It counts whenever a month is divided from then on."
      busy={sending.busy}
    >
      <form class="ask card padded" aria-label="Hand in usage" onSubmit={upload}>
        <label class="field wide">
          CSV or JSON
          <input
            ref={picker}
            type="file"
            required
            accept=".csv,.json,text/csv,application/json"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </label>
        <p class="detail">
          <code>{COLUMNS}</code> and, where known, project, workload, environment, experiment. A newer file of
          the same name replaces the older.
        </p>
        <button type="submit" class="button" aria-disabled={sending.busy}>
          Hand in
        </button>
        <NotTaken problem={sending.problem} name={chosen?.name ?? ""} text={chosen?.text ?? ""} />
        <Taken uploaded={sending.done} />
      </form>
      <Uploads />
    </Section>
  );
}
