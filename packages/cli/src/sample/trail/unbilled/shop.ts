import { ACCOUNTS } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { DAY, HOUR } from "../../month.ts";
import { type Call, change } from "../call.ts";
import { uuidOf } from "../ids.ts";
import { arnIn } from "../making.ts";
import { permitted } from "../people.ts";
import { pairs } from "../tag-shapes.ts";

/** What the web shop made for its next release, in an account that is not ours. */
export function* shop(): Iterable<Call> {
  const { shop: account } = ACCOUNTS;
  const by = permitted(account, "power", "hugo.marchetti");
  const scene = { account, region: REGIONS.ireland, by, at: 9 * DAY + 9 * HOUR + 733 };
  const tags = pairs({ "cost-center": "CC-2001" });

  const name = "shop-green";
  const targetGroupArn = arnIn(
    scene,
    "elasticloadbalancing",
    `targetgroup/${name}/${uuidOf(name).slice(0, 8)}`,
  );
  const described = { protocol: "HTTPS", port: 443, targetType: "instance" };
  yield change(
    scene,
    "elasticloadbalancing",
    "CreateTargetGroup",
    { name, ...described, tags },
    {
      targetGroups: [{ targetGroupArn, targetGroupName: name, ...described }],
    },
  );

  const group = {
    autoScalingGroupName: name,
    minSize: 0,
    maxSize: 6,
    desiredCapacity: 0,
    tags: tags.map((tag) => ({
      ...tag,
      resourceId: name,
      resourceType: "auto-scaling-group",
      propagateAtLaunch: true,
    })),
  };
  yield change({ ...scene, at: scene.at + 41 }, "autoscaling", "CreateAutoScalingGroup", group);
}
