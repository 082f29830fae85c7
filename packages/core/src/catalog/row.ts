import type { Path, PathFunction } from "./path.ts";
import type { LiveTags, TypeFacts } from "./type-facts.ts";

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
  /**
   * True where later tagging names it in a way that the event does not show: whatever it lacks, it may have been given
   * in a call that nobody can connect with it.
   */
  readonly taggedElsewhere?: true;
  /** Resources that come with each of these. */
  readonly within?: readonly ResourceFacts[];
};

/** One call that creates resources of a type, and where its event holds what. */
export type Row = ResourceFacts & {
  /** As in `RunInstances`. */
  readonly event: string;
  /** How much of a machine-learning bill such resources make: 1 the most. */
  readonly priority: 1 | 2 | 3 | 4;
  /** False where it carries no tags of its own. */
  readonly taggable?: false;
  /** True where the call also succeeds for what is there already, and then changes no tags. */
  readonly mayExist?: true | "us-east-1";
  /** What the event holds where it does not hold the above. */
  readonly otherwise?: ResourceFacts;
  /** What decides its price, as `instanceType`, and where the event holds it. */
  readonly price?: Readonly<Record<string, Where>>;
};

/** How a tagging call names resources: a text that is an ARN says all by itself, any other is an id. */
export type TaggedFacts = {
  /** The objects or texts that name one resource each, where `item` paths start. */
  readonly each?: Path;
  readonly at: Where;
  /** An object whose keys are the texts of what the call did not reach. */
  readonly except?: Path;
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
  /** True where a call that holds no tags leaves them as they are. */
  readonly mayHoldNone?: true;
};

/** A call that deletes what it names for good, and where its event names it as its creation did. */
export type EndingRow = {
  /** As in `DeleteVolume`. */
  readonly event: string;
  readonly resources: readonly TaggedFacts[];
};

/**
 * One AWS service: its creations, tagging calls and deletions, what else it logs that makes nothing, and what its types
 * are like.
 */
export type Service = {
  /** As in `ec2.amazonaws.com`. */
  readonly source: string;
  /** True where the log writes the version of the API behind the names of calls, as in `CreateFunction20150331`. */
  readonly versioned?: true;
  readonly creations: readonly Row[];
  readonly taggings?: readonly TaggingRow[];
  readonly endings?: readonly EndingRow[];
  /** Mutations whose names do not tell that they create nothing. */
  readonly others?: readonly string[];
  /** How the tags of its resources are read and written; absent where it has no calls of its own for that. */
  readonly liveTags?: LiveTags;
  /** What is known of its resources by their types, whatever call made them. */
  readonly types?: Readonly<Record<string, TypeFacts>>;
};
