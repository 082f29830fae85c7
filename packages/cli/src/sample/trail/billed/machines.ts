import type { Node } from "../../company/nodes.ts";
import type { Company } from "../../company.ts";
import { DAY, HOUR, MONTH } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, change, type Scene } from "../call.ts";
import { uuid } from "../ids.ts";
import { fleetAnswer, startAnswer } from "../making/machine-answer.ts";
import { type Batch, fleetRequest, startRequest } from "../making/machines.ts";
import { principalOf, program } from "../people.ts";
import { through } from "../principal.ts";
import { unreserved } from "../tag-shapes.ts";
import { ownDisk } from "./own-disk.ts";

/** The creations and terminations of machines, and those that are only on by night. */
export function* machines({ nodes }: Company, random: Random): Iterable<Call> {
  const within = (second: number) => second >= 0 && second < MONTH.seconds;
  for (const batch of alike(nodes, ({ life }) => life.from)) {
    if (within(batch[0].life.from)) yield* starts(batch, random);
  }
  for (const batch of alike(nodes, ({ life }) => life.until)) {
    if (within(batch[0].life.until)) yield ends(batch, random);
  }
  yield* nights(nodes.filter(({ hours }) => hours === "nights"));
}

// Who wants several alike machines at once asks for them in one call.
function alike(nodes: readonly Node[], at: (node: Node) => number): Iterable<readonly [Node, ...Node[]]> {
  const batches = new Map<string, [Node, ...Node[]]>();
  for (const node of nodes) {
    const key = [at(node), node.creator, node.machine, node.account.id, JSON.stringify(node.tags)].join();
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, [node]);
    else batch.push(node);
  }
  return batches.values();
}

function* starts(machines: Batch["machines"], random: Random): Iterable<Call> {
  const [first] = machines;
  const { creator, life, tags, cluster, disk } = first;
  const scene = { ...sceneOf(first), at: life.from + random.integer(0, 4) };
  const start = (batch: Batch, by = scene.by) =>
    change(
      { ...scene, by },
      "ec2",
      "RunInstances",
      startRequest(batch),
      startAnswer(batch, scene.at, random),
    );
  if (cluster === undefined) {
    yield start({ machines, requested: tags, wantedBy: "workbench" });
    for (const node of machines) yield* ownDisk(node, scene);
    return;
  }
  // Nobody but AWS itself may write keys that begin with aws:, so that only the answer shows those.
  const batch = { machines, requested: unreserved(tags), gib: disk.gib, wantedBy: cluster };
  if (creator.includes("karpenter")) {
    yield change(scene, "ec2", "CreateFleet", fleetRequest(batch), fleetAnswer(batch, random));
    yield start(batch, through(scene.by, "ec2fleet.amazonaws.com"));
  } else yield start({ ...batch, group: tags["aws:autoscaling:groupName"] });
}

function ends(machines: Batch["machines"], random: Random): Call {
  const [first] = machines;
  const scene = { ...sceneOf(first), at: first.life.until + random.integer(0, 4) };
  return change(scene, "ec2", "TerminateInstances", named(machines), { requestId: uuid(random) });
}

function* nights(nodes: readonly Node[]): Iterable<Call> {
  const [first] = nodes;
  if (first === undefined) return;
  const by = program(first.account, "forecast-spark-schedule", "nightly");
  for (let day = 0; day < MONTH.days; day++) {
    const scene = { ...sceneOf(first), by, at: day * DAY + 2 };
    yield change(scene, "ec2", "StartInstances", named(nodes), {});
    yield change({ ...scene, at: day * DAY + 7 * HOUR + 3 }, "ec2", "StopInstances", named(nodes), {});
  }
}

function sceneOf({ account, region, creator }: Node): Omit<Scene, "at"> {
  return { account, region, by: principalOf(creator) };
}

function named(nodes: readonly Node[]) {
  return { instancesSet: { items: nodes.map(({ billedId }) => ({ instanceId: billedId })) } };
}
