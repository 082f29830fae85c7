import { hourly } from "../charge.ts";
import type { Company } from "../company.ts";
import { decimal, ratio, whole } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { busy } from "../month.ts";
import { PRODUCTS } from "../products.ts";
import type { Random } from "../random.ts";

/** EC2: NAT gateways by the hour and by what passes through them. */
export function* gateways({ gateways }: Company, random: Random): Iterable<Line> {
  for (const gateway of gateways) {
    const item = (usageType: string, unit: string) =>
      itemOf(gateway, {
        product: PRODUCTS.ec2,
        usageType,
        operation: "NatGateway",
        unit,
        rate: decimal("0.045"),
      });
    yield* hourly(item("NatGateway-Hours", "Hrs"), () => whole(1));
    yield* hourly(item("NatGateway-Bytes", "GB"), (hour) =>
      ratio(gateway.gib * busy(hour) * random.integer(900, 1100), 100_000),
    );
  }
}
