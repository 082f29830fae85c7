/** How a part of a chart is painted; `style/looks.css` has the colours. */
export type Look =
  | "bill"
  | "direct"
  | "shared"
  | "unallocated"
  | "excluded"
  | `project-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `workload-${1 | 2 | 3 | 4 | 5}`
  | "others"
  | "nothing";

const PROJECTS = [
  "project-1",
  "project-2",
  "project-3",
  "project-4",
  "project-5",
  "project-6",
  "project-7",
] as const;
const WORKLOADS = ["workload-1", "workload-2", "workload-3", "workload-4", "workload-5"] as const;

/** The most projects of a team that have a look of their own. */
export const MOST_PROJECTS = PROJECTS.length;

/** The look of a team's project by its rank, the largest first. */
export function projectLook(rank: number): Look {
  return PROJECTS[rank] ?? "others";
}

/** The look of a workload by its rank, the largest first. */
export function workloadLook(rank: number): Look {
  return WORKLOADS[rank] ?? "others";
}
