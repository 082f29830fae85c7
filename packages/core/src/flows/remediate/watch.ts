import type { Quarantine } from "../../remediation/remediation.ts";
import { restartsAfter } from "../../remediation/restarts.ts";
import { hasSlipped } from "../../remediation/restoration.ts";
import type { Rules } from "../rules.ts";
import type { Examined } from "./examine.ts";
import { note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";

/** Looks whether a quarantine still holds: what somebody undid is left as they want it, and what AWS undid is done again. */
export async function watch(
  ports: RemediatePorts,
  rules: Rules,
  { record: { resource }, inspection, history }: Examined,
  { remedy, ours, inForce, began }: Quarantine,
): Promise<void> {
  const found = inspection?.remedies[remedy];
  if (found === undefined || !hasSlipped(ours, found)) return;
  const now = ports.clock();
  const since = inForce ?? began;
  const restart = restartsAfter(remedy);
  const wasStarted = history.facts.some(
    (fact) => fact.kind === "ran" && fact.effect === "starts" && fact.eventId !== null && since < fact.at,
  );
  const bySelf = restart !== null && since + restart <= now && !wasStarted;
  await note(ports, rules, { resource, now }, [{ kind: "slipped", remedy, found, bySelf }]);
}
