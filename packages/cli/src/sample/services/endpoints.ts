import { hoursOf, usage } from "../charge.ts";
import { MACHINES } from "../company/machines.ts";
import type { Company } from "../company.ts";
import { ratio, toText } from "../decimal.ts";
import { covered, itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { HOUR, hourSpan } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** SageMaker: endpoints, some of which shrink at night. */
export function* endpoints({ endpoints }: Company): Iterable<Line> {
  for (const endpoint of endpoints) {
    const { onDemand, planned } = MACHINES[endpoint.machine];
    const sold = itemOf(endpoint, {
      product: PRODUCTS.sagemaker,
      usageType: `${endpoint.region.prefix}Host:${endpoint.machine}`,
      operation: "RunInstance",
      unit: "Hrs",
      rate: onDemand,
      description: `$${toText(onDemand)} per Hosting ${endpoint.machine} hour`,
      machine: endpoint.machine,
    });
    const item = covered(sold, endpoint.plan, planned);
    for (const { hour, seconds } of hoursOf(endpoint.life)) {
      const instances = hour % 24 < 6 ? endpoint.atNight : endpoint.instances;
      yield usage(item, hourSpan(hour), ratio(seconds * instances, HOUR));
    }
  }
}
