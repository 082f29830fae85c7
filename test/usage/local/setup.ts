import { findPrometheus } from "./find-prometheus.ts";

/** Finds Prometheus, or installs it, before any test asks for it. */
export function setup(): void {
  findPrometheus();
}
