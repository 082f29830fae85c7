import type { PanelProps } from "../state/choice.ts";
import { ResourcesSection } from "./resources-section.tsx";

/** What was created, what is wrong with it, and the line that puts it right. */
export function ResourcesPanel({ choice: { state, month } }: PanelProps) {
  return <ResourcesSection state={state} period={state.period ?? month?.period ?? null} />;
}
