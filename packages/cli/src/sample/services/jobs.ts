import { hoursOf, usage } from "../charge.ts";
import { MACHINES } from "../company/machines.ts";
import type { Company } from "../company.ts";
import { ratio, toText } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { HOUR, hourSpan } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** SageMaker: training and processing jobs, from their first second to their last. */
export function* jobs({ jobs }: Company): Iterable<Line> {
  for (const job of jobs) {
    const { onDemand } = MACHINES[job.machine];
    const item = itemOf(job, {
      product: PRODUCTS.sagemaker,
      usageType: `${job.region.prefix}${job.kind === "training" ? "Train" : "Processing"}:${job.machine}`,
      operation: job.kind === "training" ? "RunInstance" : "Processing",
      unit: "Hrs",
      rate: onDemand,
      description: `$${toText(onDemand)} per ${job.kind === "training" ? "Training" : "Processing"} ${job.machine} hour`,
      machine: job.machine,
    });
    for (const { hour, seconds } of hoursOf(job.life)) {
      yield usage(item, hourSpan(hour), ratio(seconds * job.instances, HOUR));
    }
  }
}
