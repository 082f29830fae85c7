import type { FunctionComponent } from "preact";
import { may, type Session } from "../api/session.ts";
import { CoveragePanel } from "../coverage/coverage-panel.tsx";
import { DaysPanel } from "../days/days-panel.tsx";
import { ExperimentsPanel } from "../experiments/experiments-panel.tsx";
import { FlowPanel } from "../flow/flow-panel.tsx";
import { InputsPanel } from "../inputs/inputs-panel.tsx";
import { LivePanel } from "../live/live-panel.tsx";
import { PoolsPanel } from "../pools/pools-panel.tsx";
import { ProjectsPanel } from "../projects/projects-panel.tsx";
import { ReportPanel } from "../report/report-panel.tsx";
import { RequestsPanel } from "../requests/requests-panel.tsx";
import { ResourcesPanel } from "../resources/resources-panel.tsx";
import type { MonthPanelProps, PanelProps } from "../state/choice.ts";
import type { View } from "../state/views.ts";
import { UnallocatedPanel } from "../unallocated/unallocated-panel.tsx";
import { UploadPanel } from "../upload/upload-panel.tsx";
import { ViolationsPanel } from "../violations/violations-panel.tsx";

/** A part of the page. */
export type Panel = About & { /** Where it stands. */ readonly view: View } & Shows;

type Placed = About & Shows;

interface About {
  /** Of its section. */
  readonly id: string;
  /** What the way to it is called. */
  readonly says: string;
  /** Whether the filters of the page narrow it. */
  readonly filtered?: true;
  /** Who is shown it; everybody where it does not say. */
  readonly shownTo?: (session: Session) => boolean;
}

type Shows =
  | { readonly of: "month"; readonly View: FunctionComponent<MonthPanelProps> }
  | { readonly of: "now"; readonly View: FunctionComponent<PanelProps> };

const mayUpload = (session: Session) => may(session, "upload");
const seesAll = (session: Session) => session.seesAll;

/** All panels in the order in which they stand; those of a month only where there are figures of one. */
export const PANELS: readonly Panel[] = [
  ...inView("costs", [
    { id: "projects", says: "Projects", of: "month", View: ProjectsPanel, filtered: true },
    { id: "report", says: "Report", of: "month", View: ReportPanel, filtered: true },
    { id: "days", says: "Days", of: "month", View: DaysPanel, filtered: true },
    { id: "flow", says: "Bill to teams", of: "month", View: FlowPanel },
  ]),
  ...inView("shared", [
    { id: "pools", says: "Pools", of: "month", View: PoolsPanel },
    {
      ...{ id: "unallocated", says: "Nobody’s yet", of: "month", View: UnallocatedPanel },
      ...{ filtered: true, shownTo: seesAll },
    },
    { id: "upload", says: "Hand in usage", of: "now", View: UploadPanel, shownTo: mayUpload },
  ]),
  ...inView("experiments", [
    { id: "experiments", says: "Experiments", of: "month", View: ExperimentsPanel, filtered: true },
    { id: "coverage", says: "Tag coverage", of: "month", View: CoveragePanel },
  ]),
  ...inView("resources", [
    { id: "live", says: "Live burn", of: "now", View: LivePanel },
    { id: "violations", says: "Violations", of: "now", View: ViolationsPanel },
    { id: "resources", says: "Resources", of: "now", View: ResourcesPanel },
    { id: "requests", says: "Requests", of: "now", View: RequestsPanel },
    { id: "inputs", says: "Inputs", of: "now", View: InputsPanel, shownTo: seesAll },
  ]),
];

/** Those of a view that are shown to somebody, where there is a month or not. */
export function panelsFor(session: Session, view: View, hasMonth: boolean): readonly Panel[] {
  return PANELS.filter(
    (panel) => panel.view === view && (panel.of === "now" || hasMonth) && (panel.shownTo?.(session) ?? true),
  );
}

function inView(view: View, panels: readonly Placed[]): readonly Panel[] {
  return panels.map((panel) => ({ ...panel, view }));
}
