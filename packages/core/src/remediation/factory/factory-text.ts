import type { Controller } from "../../catalog/type-facts.ts";
import type { ControlledBy } from "../../tags/plan/input.ts";
import type { Factory, FactoryTag, MadeThere } from "./asked.ts";
import { autoScaling } from "./auto-scaling.ts";
import { batch } from "./batch.ts";
import { cloudformation } from "./cloudformation.ts";
import { ecs } from "./ecs.ts";
import { eks } from "./eks.ts";
import { elasticBeanstalk } from "./elastic-beanstalk.ts";
import { emr } from "./emr.ts";
import { ec2Fleet, spotFleet } from "./fleet.ts";
import { GENERAL, UNKNOWN } from "./general.ts";
import { hyperpod } from "./hyperpod.ts";
import { karpenter } from "./karpenter.ts";
import { yamlTags } from "./lines.ts";
import { pulumi } from "./pulumi.ts";
import { sagemaker } from "./sagemaker.ts";
import { serviceCatalog } from "./service-catalog.ts";
import { terraform } from "./terraform.ts";

const FACTORIES: Readonly<Partial<Record<Controller, Factory>>> = {
  "auto-scaling": autoScaling,
  batch,
  cloudformation,
  "ec2-fleet": ec2Fleet,
  ecs,
  eks,
  "elastic-beanstalk": elasticBeanstalk,
  emr,
  hyperpod,
  karpenter,
  pulumi,
  sagemaker,
  "service-catalog": serviceCatalog,
  "spot-fleet": spotFleet,
  terraform,
};

/** For controllers of which no more than a sentence is known, the tags are listed. */
function general(controller: string): Factory {
  const says = Object.hasOwn(GENERAL, controller) ? GENERAL[controller as Controller] : undefined;
  return ({ tags }) => [{ says: says ?? UNKNOWN, code: yamlTags(tags, 0) }];
}

/**
 * The change that makes a controller give the right tags to what it makes, for its owner: sentences behind `#`, and what
 * to write. Null where no tag is wanted.
 *
 * @example factoryText({ controller: "karpenter", name: "gpu" }, instance, [{ key: "ml-team", value: "vision" }])
 * // "# In the node class …\napiVersion: karpenter.k8s.aws/v1\n…"
 */
export function factoryText(
  { controller, name }: ControlledBy,
  subject: MadeThere,
  tags: readonly FactoryTag[],
): string | null {
  if (tags.length === 0) return null;
  const own = Object.hasOwn(FACTORIES, controller) ? FACTORIES[controller as Controller] : undefined;
  return (own ?? general(controller))({ name, subject, tags })
    .map(({ says, code }) => (code === undefined ? `# ${says}` : `# ${says}\n${code}`))
    .join("\n\n");
}
