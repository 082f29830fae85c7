import { hoursOf, usage } from "../charge.ts";
import { MACHINES } from "../company/machines.ts";
import type { Node } from "../company/nodes.ts";
import type { Company } from "../company.ts";
import { ratio, toText } from "../decimal.ts";
import { covered, itemOf } from "../item.ts";
import type { Item, Line } from "../line.ts";
import { HOUR, hourSpan } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** EC2: every machine by the hour, in clusters and alone. */
export function* nodes({ nodes }: Company): Iterable<Line> {
  for (const node of nodes) {
    const item = boxUsage(node);
    for (const { hour, seconds } of hoursOf(node.life)) {
      if (!isOn(node, hour)) continue;
      yield usage(item, hourSpan(hour), ratio(seconds, HOUR));
    }
  }
}

function boxUsage(node: Node): Item {
  const { onDemand, planned } = MACHINES[node.machine];
  const item = itemOf(node, {
    product: PRODUCTS.ec2,
    usageType: `${node.region.early}BoxUsage:${node.machine}`,
    operation: "RunInstances",
    unit: "Hrs",
    rate: onDemand,
    description: `$${toText(onDemand)} per On Demand Linux ${node.machine} Instance Hour`,
    machine: node.machine,
  });
  return covered({ ...item, zone: node.zone }, node.plan, planned);
}

function isOn(node: Node, hour: number): boolean {
  return node.hours !== "nights" || hour % 24 < 7;
}
