import { anyService } from "../catalog/any-service.ts";
import { baseName } from "../catalog/lookup.ts";
import type { Service } from "../catalog/row.ts";
import { services } from "../catalog/services/all.ts";
import { runningServices } from "../spend/events/all.ts";
import type { RunningService } from "../spend/running-row.ts";

/** A call that tells of resources. */
export interface HeardCall {
  /** As in `ec2.amazonaws.com`; null of any service. */
  readonly source: string | null;
  /** As in `RunInstances`. */
  readonly name: string;
  /** True where it is logged as the name and a version, as in `CreateFunction20150331`, not as the name alone. */
  readonly versioned: boolean;
}

/** What is read of CloudTrail: what services make, tag and end, and what stops, starts or changes there. */
export interface Heard {
  readonly services: readonly Service[];
  readonly running: readonly RunningService[];
}

/** What the product reads. */
export const HEARD: Heard = { services, running: runningServices };

/**
 * All calls that tell of resources, each once.
 *
 * @example heardCalls(HEARD)[0] // { source: null, name: "TagResource", versioned: false }
 */
export function heardCalls({ services, running }: Heard): readonly HeardCall[] {
  const found = new Map<string, HeardCall>();
  const add = (call: HeardCall) => found.set(JSON.stringify(call), call);
  const ofAny = new Set(anyService.map(({ event }) => event));
  for (const name of ofAny) add({ source: null, name, versioned: false });
  const versioning = new Set(services.filter(({ versioned }) => versioned).map(({ source }) => source));
  for (const [source, event] of [...services.flatMap(rowsOf), ...running.flatMap(changesOf)]) {
    const name = baseName(event);
    // What is a tagging call of any service is heard of this one too.
    if (!ofAny.has(name)) add({ source, name, versioned: false });
    if (versioning.has(source)) add({ source, name, versioned: true });
  }
  return [...found.values()];
}

type Named = readonly [source: string, event: string];

function rowsOf({ source, creations, taggings = [], endings = [] }: Service): Named[] {
  return [...creations, ...taggings, ...endings].map(({ event }) => [source, event]);
}

function changesOf({ source, rows }: RunningService): Named[] {
  return rows.map(({ event }) => [source, event]);
}
