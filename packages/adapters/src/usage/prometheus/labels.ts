/**
 * A label as Prometheus can hold it.
 *
 * @example seriesLabel("ml-team") // "ml_team"
 */
export function seriesLabel(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_]/g, "_");
  return /^\d/.test(plain) ? `_${plain}` : plain;
}

/**
 * The label under which kube-state-metrics shows a label of a pod; one that is written so already is meant.
 *
 * @example podLabel("example.com/mlTeam") // "label_example_com_ml_team"
 */
export function podLabel(name: string): string {
  if (/^label_[a-z0-9_]+$/.test(name)) return name;
  const plain = name.replace(/[^A-Za-z0-9_]/g, "_").replace(/([a-z0-9])([A-Z])/g, "$1_$2");
  return `label_${plain.toLowerCase()}`;
}
