/** How a command takes tags: as objects with members of these names, or as one map. */
export type TagForm = { readonly key: string; readonly value: string } | "map";

/** The commands of the AWS CLI that write and remove the tags of a service's resources. */
export type TagCalls = {
  readonly set: string;
  readonly remove: string;
  /** The option that names the resource, what names it, and whether the option takes one name or a list. */
  readonly resource: readonly [option: string, by: "arn" | "id", takes: "one" | "list"];
  /** The option that holds what is set. */
  readonly tags: string;
  readonly form: TagForm;
  /** The option that lists what is removed. */
  readonly keys: string;
};

const UPPER = { key: "Key", value: "Value" };
const LOWER = { key: "key", value: "value" };

/** What the calls of most services have in common. */
function usual(service: string, form: TagForm): TagCalls {
  return {
    set: `${service} tag-resource`,
    remove: `${service} untag-resource`,
    resource: ["--resource-arn", "arn", "one"],
    tags: "--tags",
    form,
    keys: "--tag-keys",
  };
}

const EC2: TagCalls = {
  ...usual("ec2", UPPER),
  set: "ec2 create-tags",
  remove: "ec2 delete-tags",
  resource: ["--resources", "id", "list"],
  keys: "--tags",
};
const BEDROCK_AGENT = usual("bedrock-agent", "map");

/** Services and types that need calls of their own, because the common one does not reach them. */
export const OWN_CALLS: Readonly<Record<string, TagCalls>> = {
  aoss: usual("opensearchserverless", LOWER),
  athena: usual("athena", UPPER),
  bedrock: usual("bedrock", LOWER),
  "bedrock-agentcore": usual("bedrock-agentcore-control", "map"),
  "bedrock:agent": BEDROCK_AGENT,
  "bedrock:agent-alias": BEDROCK_AGENT,
  "bedrock:flow": BEDROCK_AGENT,
  "bedrock:knowledge-base": BEDROCK_AGENT,
  "bedrock:prompt": BEDROCK_AGENT,
  ec2: EC2,
  ecs: usual("ecs", LOWER),
  eks: usual("eks", "map"),
  "emr-containers": usual("emr-containers", "map"),
  "emr-serverless": usual("emr-serverless", "map"),
  glue: { ...usual("glue", "map"), tags: "--tags-to-add", keys: "--tags-to-remove" },
  kafka: usual("kafka", "map"),
  kendra: usual("kendra", UPPER),
  logs: usual("logs", "map"),
  osis: { ...usual("osis", UPPER), resource: ["--arn", "arn", "one"] },
  pcs: usual("pcs", "map"),
  personalize: usual("personalize", { key: "tagKey", value: "tagValue" }),
  pipes: usual("pipes", "map"),
  "redshift-serverless": usual("redshift-serverless", LOWER),
  s3tables: usual("s3tables", "map"),
  s3vectors: usual("s3vectors", "map"),
  sagemaker: { ...usual("sagemaker", UPPER), set: "sagemaker add-tags", remove: "sagemaker delete-tags" },
  savingsplans: usual("savingsplans", "map"),
  scheduler: usual("scheduler", UPPER),
};

/** The call that reaches the resources of all other services by their ARNs. */
const COMMON: TagCalls = {
  ...usual("resourcegroupstaggingapi", "map"),
  set: "resourcegroupstaggingapi tag-resources",
  remove: "resourcegroupstaggingapi untag-resources",
  resource: ["--resource-arn-list", "arn", "list"],
};

/** Services whose tags no call writes by itself: a stack's change with the stack, and those of a role are its rights. */
const WITHOUT = new Set(["cloudformation", "iam"]);

/**
 * The commands that tag the resources of a type, or null where there are none.
 *
 * @example tagCallsOf("ec2:instance")?.set // "ec2 create-tags"
 */
export function tagCallsOf(type: string): TagCalls | null {
  const service = type.split(":", 1).join();
  if (WITHOUT.has(service)) return null;
  const own = [type, service].find((name) => Object.hasOwn(OWN_CALLS, name));
  return own === undefined ? COMMON : (OWN_CALLS[own] ?? COMMON);
}
