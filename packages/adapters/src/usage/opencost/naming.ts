import type { OpencostSource } from "@tagledger/core/config/definition/usage/opencost";
import { FINER, type Use } from "../daily-rows.ts";
import { teamOf } from "../pods/whose.ts";
import { type Fields, isFields } from "./body.ts";

const UNALLOCATED = "__unallocated__";
const NAMESPACE = "namespace";

/** How allocations are grouped, and whose they are. */
export interface Naming {
  /** What OpenCost is asked to aggregate by. */
  readonly aggregate: string;
  /** Who used what an allocation tells; a place for people is made of what names it. */
  read(
    name: string,
    entry: Fields,
  ): Pick<Use, "team" | "project" | "workload" | "environment" | "experiment"> & {
    readonly said: string;
  };
}

/** Whether an allocation is what nobody was allocated, which is nobody's. */
export function isIdle(name: string): boolean {
  return name.split("/").includes("__idle__");
}

/** How a source names what it tells: always by namespace, and by the labels that the configuration looks at. */
export function naming({ team, dimensions }: Pick<OpencostSource, "team" | "dimensions">): Naming {
  const labels = [team?.label, ...FINER.map((each) => dimensions?.[each])].flatMap((label) => label ?? []);
  const keys = [NAMESPACE, ...new Set(labels)];
  return {
    aggregate: keys.map((key) => (key === NAMESPACE ? key : `label:${key}`)).join(","),
    read(name, entry) {
      const values = valuesOf(keys, name, entry);
      const label = (key: string | undefined) => (key === undefined ? null : (values.get(key) ?? null));
      const namespace = values.get(NAMESPACE) ?? null;
      const owner = teamOf(team, { label: label(team?.label), namespace, otherwise: UNALLOCATED });
      const said = [...values].map(([key, value]) => `${key}="${value ?? ""}"`).join(" ");
      const finer = Object.fromEntries(FINER.map((each) => [each, label(dimensions?.[each])]));
      return { team: owner, ...finer, said };
    },
  };
}

/** By what OpenCost joined the name of an aggregate from; where it did not aggregate, by what it says of a container. */
function valuesOf(keys: readonly string[], name: string, entry: Fields): Map<string, string | null> {
  const parts = name.split("/");
  const properties = isFields(entry.properties) ? entry.properties : {};
  const labels = isFields(properties.labels) ? properties.labels : {};
  const whole = parts.length === keys.length;
  return new Map(
    keys.map((key, index) => {
      const plain = key.replace(/[^A-Za-z0-9_]/g, "_");
      const property = key === NAMESPACE ? properties.namespace : (labels[key] ?? labels[plain]);
      const part = whole ? parts[index] : undefined;
      // Former versions wrote the label before its value, which holds no equals sign.
      return [key, text(part ?? property)?.replace(`${plain}=`, "") ?? null];
    }),
  );
}

function text(value: unknown): string | null {
  return typeof value !== "string" || value === "" || value === UNALLOCATED ? null : value;
}
