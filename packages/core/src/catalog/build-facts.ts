import type {
  Call,
  Controller,
  ControllerKey,
  Evidence,
  Existence,
  LiveTags,
  Readiness,
  Remedy,
  RemedyClass,
  TagRead,
  TypeFacts,
} from "./type-facts.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Tags are taken at once, though a read may lag a little. */
export const IMMEDIATE: Readiness = { after: 0, state: null, evidence: "inferred" };

/** The call that reaches nearly all services by ARN; it knows only what has been tagged, some of which is gone. */
export const TAGGING_API: LiveTags = {
  read: { call: "tag:GetResources", batch: 100, existence: "unstated", gone: [] },
  write: { call: "tag:TagResources", batch: 20, merges: true },
  evidence: "model",
};

/** Tags are taken once a state is reached, usually within so many minutes, and refused before. */
export function readyIn(minutes: number, state: string, evidence: Evidence, refusal?: string): Readiness {
  const after = minutes * MINUTE;
  return { after, state, ...(refusal === undefined ? {} : { refusal }), evidence };
}

/** Tags are taken at once, but calls may not find the resource for some seconds. */
export function visibleIn(seconds: number, refusal: string, evidence: Evidence): Readiness {
  return { after: seconds * SECOND, state: null, refusal, evidence };
}

/** How most services read and write tags: one resource at a time, by its ARN. */
export function usualTags(
  service: string,
  {
    read = "ListTagsForResource",
    write = "TagResource",
    gone = ["ResourceNotFoundException"],
    batch = 1,
    evidence = "model",
  }: {
    readonly read?: string;
    readonly write?: string;
    readonly gone?: readonly string[];
    /** How many one read takes. */
    readonly batch?: number;
    readonly evidence?: Evidence;
  } = {},
): LiveTags {
  const existence: TagRead["existence"] = gone.length === 0 ? "unstated" : "stated";
  return {
    read: { call: `${service}:${read}`, batch, existence, gone },
    write: { call: `${service}:${write}`, batch: 1, merges: true },
    evidence,
  };
}

/** A call that answers with an error where a resource is not there. */
export function foundBy(call: Call, gone: readonly string[], ended: readonly string[] = []): Existence {
  return { call, gone, ...(ended.length === 0 ? {} : { ended }), evidence: "model" };
}

/** A call that leaves out of its answer what is not there. */
export function listedBy(call: Call, ended: readonly string[] = []): Existence {
  return { call, gone: [], omits: true, ...(ended.length === 0 ? {} : { ended }), evidence: "documented" };
}

/** Facts of a type for which nothing can be done but to ask a person. */
export function onlyAsked(readiness: Readiness = IMMEDIATE, exists?: Existence): TypeFacts {
  return { readiness, remedies: [], ...(exists === undefined ? {} : { exists }) };
}

/** Facts of a type that takes tags at once and has remedies. */
export function remediedBy(...remedies: readonly Remedy[]): TypeFacts {
  return { readiness: IMMEDIATE, remedies };
}

type More = Partial<Pick<Remedy, "unless" | "refused" | "states">> & {
  /** The operation that takes it back. */
  readonly undo?: string;
};

/** Restores fully. */
export function reversible(
  name: Remedy["name"],
  call: string,
  evidence: Evidence,
  note: string,
  more: More & { readonly undo: string },
): Remedy {
  return remedy("reversible", name, call, evidence, note, more);
}

/** Brings compute back, but perhaps not what it was doing. */
export function lossy(
  name: Remedy["name"],
  call: string,
  evidence: Evidence,
  note: string,
  more: More & { readonly undo: string },
): Remedy {
  return remedy("lossy", name, call, evidence, note, more);
}

/** Cannot be taken back. */
export function final(
  name: Remedy["name"],
  call: string,
  evidence: Evidence,
  note: string,
  more: Omit<More, "undo"> = {},
): Remedy {
  return remedy("final", name, call, evidence, note, more);
}

/** A tag that shows a controller. */
export function shownBy(
  controller: Controller,
  key: string,
  evidence: Evidence = "documented",
  value?: string,
): ControllerKey {
  return { key, ...(value === undefined ? {} : { value }), controller, evidence };
}

function remedy(
  kind: RemedyClass,
  name: Remedy["name"],
  call: string,
  evidence: Evidence,
  note: string,
  { undo, ...more }: More,
): Remedy {
  const service = name.split(":", 1).join();
  return {
    name,
    call: `${service}:${call}`,
    undo: undo === undefined ? null : `${service}:${undo}`,
    class: kind,
    ...more,
    evidence,
    note,
  };
}
