import { podsIn, type Selection } from "./measures.ts";
import { selector } from "./promql.ts";
import type { Series } from "./series.ts";
import { podHour, podsOf } from "./some-pods.ts";

/** Labels of a pod, those that are wanted. */
export type Labels = Readonly<Record<string, string>>;

const NONE: Labels = {};

/** 1 at each minute for each pod and the values that its labels had. */
export function labelled(labels: readonly string[], { select }: Selection): string {
  return `group by (${["namespace", "pod", ...labels].join(",")}) (${selector("kube_pod_labels", select)})`;
}

/**
 * What an expression gives at a minute for each container, with the labels of its pod at that minute. Where a pod has two
 * sets of labels at once, because the former is not forgotten yet, the one that was seen last counts.
 */
export function withLabels(expression: string, labels: readonly string[], selection: Selection): string {
  const matchers = [podsIn(selection.pods), selection.select];
  const seen = `timestamp(${selector("kube_pod_labels", ...matchers)})`;
  const last = `topk by (namespace,pod) (1, ${seen})`;
  const named = labels.join(",");
  const one = `group by (namespace,pod,${named}) (${last})`;
  return `${expression} * on (namespace,pod) group_left(${named}) ${one} or on (namespace,pod,container) ${expression}`;
}

/** The labels that pods had, by hour. */
export class PodLabels {
  readonly #names: readonly string[];
  /** Of each hour and pod all sets of labels, by what they hold. */
  readonly #sets = new Map<string, Map<string, Labels>>();

  constructor(names: readonly string[], series: readonly Series[]) {
    this.#names = names;
    for (const { labels, points } of series) {
      const set = this.wanted(labels);
      for (const { at } of points) {
        const key = podHour(at, labels);
        const sets = this.#sets.get(key);
        if (sets === undefined) this.#sets.set(key, new Map([[JSON.stringify(set), set]]));
        else sets.set(JSON.stringify(set), set);
      }
    }
  }

  /** Of the labels of a series those that are wanted. */
  wanted(labels: Labels): Labels {
    return Object.fromEntries(this.#names.flatMap((name) => (labels[name] ? [[name, labels[name]]] : [])));
  }

  /** The labels that the pod of a series had in the hour up to an instant; null where they changed. */
  in(at: number, labels: Labels): Labels | null {
    const sets = [...(this.#sets.get(podHour(at, labels))?.values() ?? [])];
    return sets.length > 1 ? null : (sets[0] ?? NONE);
  }

  /** The names of pods whose labels changed within an hour. */
  changed(): string[] {
    return podsOf([...this.#sets].filter(([, sets]) => sets.size > 1).map(([hour]) => hour));
  }

  /** Whether any pod has one of the labels. */
  get areKnown(): boolean {
    return [...this.#sets.values()].some((sets) =>
      [...sets.values()].some((set) => set !== NONE && Object.keys(set).length > 0),
    );
  }
}
