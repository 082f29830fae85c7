/** How a part of a chart is painted; `style/looks.css` has the colours. */
export type Look =
  | "bill"
  | "direct"
  | "shared"
  | "unallocated"
  | "excluded"
  | `workload-${1 | 2 | 3 | 4 | 5}`
  | "before"
  | "others"
  | "nothing";

const WORKLOADS = ["workload-1", "workload-2", "workload-3", "workload-4", "workload-5"] as const;

/** The look of a workload by its rank, the largest first. */
export function workloadLook(rank: number): Look {
  return WORKLOADS[rank] ?? "others";
}
