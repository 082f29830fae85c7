import type { Endpoint } from "../../company/endpoints.ts";
import type { Company } from "../../company.ts";
import { DAY, HOUR, isoTime, isWeekend, MONTH } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, change, type Scene } from "../call.ts";
import { ec2Id, ec2IdOf } from "../ids.ts";
import { made } from "../made.ts";
import { endpointConfig, endpointMaking, model, modelPackage } from "../making/models.ts";
import { principalOf } from "../people.ts";
import { serviceLinked, through } from "../principal.ts";
import { asked } from "../story.ts";

const SCALING = "AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint";

/** The lives of endpoints: what is made for a new model, the endpoint itself, and how many instances it has by night. */
export function* endpoints({ endpoints }: Company, random: Random): Iterable<Call> {
  for (const endpoint of endpoints) {
    const { life, atNight, instances, creator, account, region } = endpoint;
    const scene = { account, region, by: principalOf(creator) };
    if (life.from >= 0) yield* tried(endpoint, { ...scene, at: life.from });
    else if (creator.includes("-pipeline/")) yield* rollouts(endpoint, scene, random);
    if (atNight < instances) yield* nights(endpoint);
  }
}

function* tried(endpoint: Endpoint, scene: Scene): Iterable<Call> {
  const { name, tags, life } = endpoint;
  yield* made(model(scene, name), { ...scene, at: scene.at - 300 }, asked(tags));
  yield* made(endpointConfig(scene, name, endpoint), { ...scene, at: scene.at - 120 }, asked(tags));
  yield* made(endpointMaking(endpoint, name), scene, asked(tags));
  yield change({ ...scene, at: life.until + 2 }, "sagemaker", "DeleteEndpoint", { endpointName: name });
}

// A new model every other week, on a working day.
function* rollouts(endpoint: Endpoint, scene: Omit<Scene, "at">, random: Random): Iterable<Call> {
  for (const week of [0, 2]) {
    let day = week * 7 + random.integer(0, 9);
    while (isWeekend(day)) day++;
    const at = day * DAY + random.integer(8 * HOUR, 15 * HOUR);
    const name = `${endpoint.name}-${isoTime(at).slice(0, 10)}`;
    const deployed = { ...scene, at };
    yield* made(modelPackage(scene, endpoint.name, day + 1), { ...deployed, at: at - 900 }, asked({}));
    yield* made(model(scene, name), deployed, asked(endpoint.tags));
    yield* made(endpointConfig(scene, name, endpoint), { ...deployed, at: at + 4 }, asked(endpoint.tags));
    const request = { endpointName: endpoint.name, endpointConfigName: name };
    yield change({ ...deployed, at: at + 6 }, "sagemaker", "UpdateEndpoint", request, {
      endpointArn: endpoint.arn,
    });
    if (random.chance(50)) yield networkInterface({ ...deployed, at: at + 70 }, random);
  }
}

// What SageMaker makes in the network of the company for itself, with the rights of who asked.
function networkInterface(scene: Scene, random: Random): Call {
  const { account, region } = scene;
  const by = through(scene.by, "sagemaker.amazonaws.com");
  const subnetId = ec2IdOf("subnet", `${account.id} ${region.code}a`);
  const request = {
    subnetId,
    description: "[Do not delete] ENI managed by SageMaker",
    groupSet: { items: [{ groupId: ec2IdOf("sg", `${account.id} sagemaker`) }] },
    privateIpAddressesSet: {},
  };
  const networkInterface = {
    networkInterfaceId: ec2Id(random, "eni"),
    subnetId,
    ownerId: account.id,
    status: "pending",
    tagSet: {},
  };
  return change({ ...scene, by }, "ec2", "CreateNetworkInterface", request, { networkInterface });
}

function* nights({ name, instances, atNight, arn, account, region }: Endpoint): Iterable<Call> {
  const by = serviceLinked(
    account.id,
    SCALING,
    "scheduled",
    "sagemaker.application-autoscaling.amazonaws.com",
  );
  const scaled = (at: number, desiredInstanceCount: number) =>
    change(
      { account, region, by, at },
      "sagemaker",
      "UpdateEndpointWeightsAndCapacities",
      { endpointName: name, desiredWeightsAndCapacities: [{ variantName: "all", desiredInstanceCount }] },
      { endpointArn: arn },
    );
  for (let day = 0; day < MONTH.days; day++) {
    yield scaled(day * DAY + 1, atNight);
    yield scaled(day * DAY + 6 * HOUR, instances);
  }
}
