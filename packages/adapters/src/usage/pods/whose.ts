import { calledBySource, UNOWNED_PREFIX } from "@tagledger/core/config/consumers";

/** How a configuration says whose a pod is. */
export interface TeamRule {
  readonly label?: string | undefined;
  readonly namespace?: boolean | undefined;
}

/** What is known of a pod; null where it is not. */
export interface KnownPod {
  readonly label: string | null;
  readonly namespace: string | null;
  /** What it is called where neither names it. */
  readonly otherwise: string;
}

/**
 * The team of a pod: its label, its namespace where that is the team, else `unowned:` with its namespace. Where nothing is
 * configured, the namespace is the team. Whoever writes a label does not say what a cluster has.
 *
 * @example teamOf({ label: "ml_team" }, { label: null, namespace: "vision", otherwise: "?" }) // "unowned:vision"
 */
export function teamOf(rule: TeamRule | undefined, { label, namespace, otherwise }: KnownPod): string {
  const isNamespace = rule?.namespace ?? rule?.label === undefined;
  const named = (rule?.label === undefined ? null : label) ?? (isNamespace ? namespace : null);
  return named === null ? `${UNOWNED_PREFIX}${namespace ?? otherwise}` : calledBySource(named);
}
