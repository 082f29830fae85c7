import { UNOWNED_PREFIX } from "@tagledger/core/config/consumers";
import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import { FINER, type FinerDimension } from "../daily-rows.ts";
import { teamOf } from "../pods/whose.ts";
import { podLabel, seriesLabel } from "./labels.ts";
import type { Labels } from "./pod-labels.ts";

/** Whose use something is. */
export interface Owner extends Readonly<Record<FinerDimension, string | null>> {
  readonly team: string;
  /** The label that says so, for people. */
  readonly said: string;
}

type Naming = Pick<PrometheusSource, "team" | "dimensions">;

/** How the labels of pods say whose they are. */
export interface PodOwners {
  /** The labels that must be known. */
  readonly labels: readonly string[];
  of(namespace: string, labels: Labels): Owner;
}

/** Owners of pods: by a label, by namespace, or by a label and else by namespace; by namespace where nothing is said. */
export function podOwners({ team, dimensions }: Naming): PodOwners {
  const label = team?.label === undefined ? undefined : podLabel(team.label);
  const finer = FINER.map((each) => [each, dimensions?.[each]] as const).flatMap(([each, name]) =>
    name === undefined ? [] : [[each, podLabel(name)] as const],
  );
  return {
    labels: [...new Set([...(label === undefined ? [] : [label]), ...finer.map(([, name]) => name)])],
    of(namespace, labels) {
      const named = label === undefined ? "" : (labels[label] ?? "");
      return {
        team: teamOf(team, { label: named || null, namespace: namespace || null, otherwise: "" }),
        ...finerOf(finer, labels),
        said: named === "" ? `namespace=${JSON.stringify(namespace)}` : `${label}=${JSON.stringify(named)}`,
      };
    },
  };
}

/** The owner of a series that a query of the configuration gives: its label `team` unless another is named. */
export function seriesOwner({ team, dimensions }: Naming, metric: string): (labels: Labels) => Owner {
  const label = seriesLabel(team?.label ?? "team");
  const finer = FINER.flatMap((each) => {
    const name = dimensions?.[each];
    return name === undefined ? [] : [[each, seriesLabel(name)] as const];
  });
  return (labels) => {
    const { namespace = "" } = labels;
    const named = labels[label] ?? "";
    const value = named === "" && team?.namespace === true ? namespace : named;
    const all = Object.entries(labels).map(([name, text]) => `${name}=${JSON.stringify(text)}`);
    return {
      team: value === "" ? `${UNOWNED_PREFIX}${namespace === "" ? metric : namespace}` : value,
      ...finerOf(finer, labels),
      said: `${metric}{${all.join(",")}}`,
    };
  };
}

function finerOf(
  names: readonly (readonly [FinerDimension, string])[],
  labels: Labels,
): Record<FinerDimension, string | null> {
  const finer: Record<FinerDimension, string | null> = {
    project: null,
    workload: null,
    environment: null,
    experiment: null,
  };
  for (const [dimension, name] of names) finer[dimension] = labels[name] || null;
  return finer;
}
