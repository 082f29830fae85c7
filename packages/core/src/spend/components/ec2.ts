import { type BillingRule, running } from "../component.ts";
import { type Attributes, type UnknownPrice, unknownPrice } from "../price.ts";
import type { Item } from "../rate.ts";

/** The operating systems that EC2 names in full, as far as they are priced here. */
const SYSTEMS: Readonly<Record<string, Item>> = { "Linux/UNIX": "ec2-linux", Windows: "ec2-windows" };

/** An instance is charged while it runs; its volumes and addresses are resources of their own. */
export const instanceBill: BillingRule = (attributes) => {
  const { instanceType, tenancy, lifecycle, productCode } = attributes;
  if (!instanceType) return unknownPrice("the event does not tell the instance type");
  if (lifecycle) return unknownPrice(`its price is that of a ${lifecycle} instance, which changes`);
  if (tenancy && tenancy !== "default") return unknownPrice(`${tenancy} tenancy is not priced`);
  if (productCode) return unknownPrice("software from the AWS Marketplace is charged with it");
  const system = systemOf(attributes);
  if ("unknown" in system) return system;
  return { components: [running(system.item, instanceType)], assuming: system.assuming };
};

/** EC2 logs `platform` for Windows only, and nothing by which Linux with a licence differs from Linux without. */
function systemOf({
  platform,
  platformDetails,
}: Attributes): { readonly item: Item; readonly assuming: readonly string[] } | UnknownPrice {
  if (platformDetails) {
    const item = SYSTEMS[platformDetails];
    return item === undefined ? unknownPrice(`${platformDetails} is not priced`) : { item, assuming: [] };
  }
  if (!platform) return { item: "ec2-linux", assuming: ["Linux without a licence"] };
  if (platform !== "windows") return unknownPrice(`the platform ${platform} is not priced`);
  return { item: "ec2-windows", assuming: ["Windows without SQL Server"] };
}
