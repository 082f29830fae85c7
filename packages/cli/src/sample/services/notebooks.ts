import { daily, hoursOf, usage } from "../charge.ts";
import { MACHINES } from "../company/machines.ts";
import type { Company } from "../company.ts";
import { decimal, ratio, toText } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { HOUR, hourSpan, MONTH } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** SageMaker: notebooks while they run, and their disks always. */
export function* notebooks({ notebooks }: Company): Iterable<Line> {
  for (const notebook of notebooks) {
    const { onDemand } = MACHINES[notebook.machine];
    const running = itemOf(notebook, {
      product: PRODUCTS.sagemaker,
      usageType: `${notebook.region.prefix}Notebk:${notebook.machine}`,
      operation: "RunInstance",
      unit: "Hrs",
      rate: onDemand,
      description: `$${toText(onDemand)} per Notebook ${notebook.machine} hour`,
      machine: notebook.machine,
    });
    for (const { hour, seconds } of notebook.running.flatMap((span) => [...hoursOf(span)])) {
      yield usage(running, hourSpan(hour), ratio(seconds, HOUR));
    }
    const disk = itemOf(notebook, {
      product: PRODUCTS.sagemaker,
      usageType: `${notebook.region.prefix}Notebk:VolumeUsage.gp2`,
      operation: "RunInstance",
      unit: "GB-Mo",
      rate: decimal("0.14"),
    });
    yield* daily(disk, () => ratio(100, MONTH.days));
  }
}
