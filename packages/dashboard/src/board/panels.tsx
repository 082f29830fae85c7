import type { FunctionComponent } from "preact";
import { may, type Session } from "../api/session.ts";
import { CoveragePanel } from "../coverage/coverage-panel.tsx";
import { DaysPanel } from "../days/days-panel.tsx";
import { ExperimentsPanel } from "../experiments/experiments-panel.tsx";
import { FlowPanel } from "../flow/flow-panel.tsx";
import { LivePanel } from "../live/live-panel.tsx";
import { PoolsPanel } from "../pools/pools-panel.tsx";
import { ProjectsPanel } from "../projects/projects-panel.tsx";
import { ReportPanel } from "../report/report-panel.tsx";
import { RequestsPanel } from "../requests/requests-panel.tsx";
import { ResourcesPanel } from "../resources/resources-panel.tsx";
import type { MonthPanelProps, PanelProps } from "../state/choice.ts";
import { UnallocatedPanel } from "../unallocated/unallocated-panel.tsx";
import { UploadPanel } from "../upload/upload-panel.tsx";
import { ViolationsPanel } from "../violations/violations-panel.tsx";

/** A part of the page. */
export type Panel = {
  /** Of its section. */
  readonly id: string;
  /** What the way to it is called. */
  readonly says: string;
  /** Who is shown it; everybody where it does not say. */
  readonly shownTo?: (session: Session) => boolean;
} & (
  | { readonly of: "month"; readonly View: FunctionComponent<MonthPanelProps> }
  | { readonly of: "now"; readonly View: FunctionComponent<PanelProps> }
);

const mayUpload = (session: Session) => may(session, "upload");
const seesAll = (session: Session) => session.seesAll;

/** All panels in the order in which they stand; those of a month only where there are figures of one. */
export const PANELS: readonly Panel[] = [
  { id: "projects", says: "Projects", of: "month", View: ProjectsPanel },
  { id: "report", says: "Report", of: "month", View: ReportPanel },
  { id: "days", says: "Days", of: "month", View: DaysPanel },
  { id: "flow", says: "Bill", of: "month", View: FlowPanel },
  { id: "pools", says: "Shared", of: "month", View: PoolsPanel },
  { id: "unallocated", says: "Nobody’s", of: "month", View: UnallocatedPanel, shownTo: seesAll },
  { id: "experiments", says: "Experiments", of: "month", View: ExperimentsPanel },
  { id: "coverage", says: "Tags", of: "month", View: CoveragePanel },
  { id: "live", says: "Live", of: "now", View: LivePanel },
  { id: "violations", says: "Violations", of: "now", View: ViolationsPanel },
  { id: "resources", says: "Resources", of: "now", View: ResourcesPanel },
  { id: "requests", says: "Requests", of: "now", View: RequestsPanel },
  { id: "upload", says: "Upload", of: "now", View: UploadPanel, shownTo: mayUpload },
];

/** Those that are shown to somebody, where there is a month or not. */
export function panelsFor(session: Session, hasMonth: boolean): readonly Panel[] {
  return PANELS.filter(({ of, shownTo }) => (of === "now" || hasMonth) && (shownTo?.(session) ?? true));
}
