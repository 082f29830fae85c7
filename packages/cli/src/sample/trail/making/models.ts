import type { Endpoint } from "../../company/endpoints.ts";
import type { Place } from "../call.ts";
import { arnIn, type Making } from "../making.ts";
import { listed } from "../tag-shapes.ts";

/** A model that is ready to be served. */
export function model(place: Place, name: string): Making {
  const { account, region } = place;
  const arn = arnIn(place, "sagemaker", `model/${name}`);
  const primaryContainer = {
    image: `555566667777.dkr.ecr.${region.code}.amazonaws.com/ml/base:2026.09`,
    mode: "SingleModel",
    modelDataUrl: `s3://quillmart-model-registry/${name}/model.tar.gz`,
  };
  const executionRoleArn = `arn:aws:iam::${account.id}:role/sagemaker-serving`;
  return {
    service: "sagemaker",
    name: "CreateModel",
    target: arn,
    request: (tags) => ({ modelName: name, primaryContainer, executionRoleArn, ...listed(tags) }),
    response: { modelArn: arn },
  };
}

/** A version of a model in the registry, whose tags are those of its group. */
export function modelPackage(place: Place, group: string, version: number): Making {
  const arn = arnIn(place, "sagemaker", `model-package/${group}/${version}`);
  return {
    service: "sagemaker",
    name: "CreateModelPackage",
    target: arn,
    request: () => ({ modelPackageGroupName: group, modelApprovalStatus: "PendingManualApproval" }),
    response: { modelPackageArn: arn },
  };
}

/** A family of models in the registry. */
export function modelPackageGroup(place: Place, name: string): Making {
  const arn = arnIn(place, "sagemaker", `model-package-group/${name}`);
  return {
    service: "sagemaker",
    name: "CreateModelPackageGroup",
    target: arn,
    request: (tags) => ({ modelPackageGroupName: name, ...listed(tags) }),
    response: { modelPackageGroupArn: arn },
  };
}

/** How an endpoint is to serve a model. */
export function endpointConfig(
  place: Place,
  name: string,
  size: Pick<Endpoint, "machine" | "instances">,
): Making {
  const arn = arnIn(place, "sagemaker", `endpoint-config/${name}`);
  const productionVariants = [
    {
      variantName: "all",
      modelName: name,
      instanceType: size.machine,
      initialInstanceCount: size.instances,
      initialVariantWeight: 1,
    },
  ];
  return {
    service: "sagemaker",
    name: "CreateEndpointConfig",
    target: arn,
    request: (tags) => ({ endpointConfigName: name, productionVariants, ...listed(tags) }),
    response: { endpointConfigArn: arn },
  };
}

/** An endpoint. */
export function endpointMaking({ name, arn }: Endpoint, endpointConfigName: string): Making {
  return {
    service: "sagemaker",
    name: "CreateEndpoint",
    target: arn,
    request: (tags) => ({ endpointName: name, endpointConfigName, ...listed(tags) }),
    response: { endpointArn: arn },
  };
}
