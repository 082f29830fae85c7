import { uuidOf } from "../ids.ts";
import { arnIn, type Maker } from "../making.ts";
import { listed } from "../tag-shapes.ts";

/** A project that builds images. */
export const buildProject: Maker = (place, name) => {
  const arn = arnIn(place, "codebuild", `project/${name}`);
  const described = {
    name,
    source: { type: "GITHUB", location: `https://github.com/quillmart/${name}.git` },
    artifacts: { type: "NO_ARTIFACTS" },
  };
  return {
    service: "codebuild",
    name: "CreateProject",
    target: arn,
    request: (tags) => ({ ...described, ...listed(tags) }),
    response: { project: { ...described, arn } },
  };
};

/** A pipeline that delivers what was built. */
export const deliveryPipeline: Maker = (place, name) => {
  const described = { pipeline: { name, version: 1, pipelineType: "V2", stages: [] } };
  return {
    service: "codepipeline",
    name: "CreatePipeline",
    target: arnIn(place, "codepipeline", name),
    request: (tags) => ({ ...described, ...listed(tags) }),
    response: described,
  };
};

/** A stack of resources. */
export const stack: Maker = (place, stackName) => {
  const stackId = stackArn(place, stackName);
  return {
    service: "cloudformation",
    name: "CreateStack",
    target: stackId,
    request: (tags) => ({ stackName, capabilities: ["CAPABILITY_NAMED_IAM"], ...listed(tags) }),
    response: { stackId },
  };
};

/** The ARN of a stack. */
export function stackArn(place: Parameters<Maker>[0], name: string): string {
  return arnIn(place, "cloudformation", `stack/${name}/${uuidOf(`stack ${place.account.id} ${name}`)}`);
}
