import type { Path, PathFunction } from "./path.ts";

/** Where a text of an event is found: the first path that leads to one counts. */
export type Where = Path | PathFunction | readonly (Path | PathFunction)[];

/**
 * How tags are written. `list` holds objects of key and value, `map` is an object of keys, `specifications` are lists
 * for one resource type each, and apply only to resources of that type.
 */
export type TagShape = "list" | "map" | "specifications";

/** Where an event holds tags, and how. */
export type TagSource = { readonly at: Path; readonly shape: TagShape };

/** Builds an ARN of `{partition}`, `{region}`, `{account}`, `{type}`, `{id}` and `{id:bare}`, the id without leading slash. */
export type ArnTemplate = `arn:{partition}:${string}`;

/** How the resources of one type are found in an event. */
export type ResourceFacts = {
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  /** The objects that describe one resource each, where `item` paths start; absent where there is one resource. */
  readonly each?: Path;
  /** Absent where the end of the ARN is the id. */
  readonly id?: Where;
  readonly arn?: Where;
  /** Builds the ARN where the event does not hold it. */
  readonly template?: ArnTemplate;
  /** The tags of the request; of several sources all count. */
  readonly tags?: readonly TagSource[];
  /** The tags that the event shows the resource to carry besides, as those of a launch template in the answer. */
  readonly carried?: TagSource;
  /** Resources that come with each of these. */
  readonly within?: readonly ResourceFacts[];
};

/** What a remedy destroys: nothing, work or data, or all for good. */
export type RemedyClass = "reversible" | "lossy" | "final";

/** Facts about one resource type: the call that creates it, where its event holds what, and what can be done with it. */
export type Row = ResourceFacts & {
  /** As in `RunInstances`. */
  readonly event: string;
  /** How much of a machine-learning bill such resources make: 1 the most. */
  readonly priority: 1 | 2 | 3 | 4;
  /** False where it carries no tags of its own. */
  readonly taggable?: false;
  /** True where the call also succeeds for what is there already, and then changes no tags. */
  readonly mayExist?: true;
  /** What the event holds where it does not hold the above. */
  readonly otherwise?: ResourceFacts;

  // What later stages know of the type; absent where nothing is known.
  /** The state in which it takes tags, where that is not its first. */
  readonly readiness?: string;
  /** The calls that read and write its tags. */
  readonly liveTags?: { readonly read: string; readonly write: string };
  readonly remedies?: readonly { readonly name: string; readonly class: RemedyClass }[];
  /** Keys of tags that show something else to control it. */
  readonly controllers?: readonly string[];
  /** What decides its price, as `instanceType`, and where the event holds it. */
  readonly price?: Readonly<Record<string, Where>>;
};

/** How a tagging call names resources: a text that is an ARN says all by itself, any other is an id. */
export type TaggedFacts = {
  /** The objects or texts that name one resource each, where `item` paths start. */
  readonly each?: Path;
  readonly at: Where;
  /** What an id is an id of; an ARN says it itself. */
  readonly type?: string | PathFunction;
  readonly template?: ArnTemplate;
  /** What the shape of an id implies where the call does not say what it is. */
  readonly implied?: { readonly typeOf: (id: string) => string | null; readonly template: ArnTemplate };
};

/** What a tagging call does, and where its event says so. */
export type TaggingRow = {
  /** As in `TagResource`. */
  readonly event: string;
  /** The objects that hold a resource and its tags together, where `item` paths start. */
  readonly per?: Path;
  readonly resources: readonly TaggedFacts[];
  readonly sets?: readonly TagSource[];
  readonly removes?: readonly Path[];
  /** Whether a removal that names no key removes all. */
  readonly removesAll?: true;
  /** What is there afterwards, and nothing else. */
  readonly replaces?: readonly TagSource[];
};

/** One AWS service: its creations and tagging calls, and what else it logs that makes nothing. */
export type Service = {
  /** As in `ec2.amazonaws.com`. */
  readonly source: string;
  readonly creations: readonly Row[];
  readonly taggings?: readonly TaggingRow[];
  /** Mutations whose names do not tell that they create nothing. */
  readonly others?: readonly string[];
};
