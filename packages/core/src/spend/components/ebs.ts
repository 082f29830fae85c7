import { type BillingRule, type Component, countOf, existing } from "../component.ts";
import { unknownPrice } from "../price.ts";

/** What a gp3 volume brings along without charge; https://aws.amazon.com/ebs/pricing/. */
const GP3_IOPS = 3000n;
const GP3_THROUGHPUT = 125n;

/** Where the next IOPS of an io2 volume become cheaper, and what they are called from there on. */
const IO2_TIERS = [
  { name: "io2", upTo: 32_000n },
  { name: "io2.tier2", upTo: 64_000n },
  { name: "io2.tier3", upTo: null },
] as const;

/** A volume is charged by its size and by what it may do, attached or not. */
export const volumeBill: BillingRule = ({ volumeType, sizeGiB, iops, throughput, outpost }) => {
  const size = countOf(sizeGiB);
  if (!volumeType || size === undefined)
    return unknownPrice("the event does not tell the volume's type and size");
  if (outpost) return unknownPrice("volumes on an Outpost are not priced");
  const storage = existing("ebs-storage", volumeType, size);
  switch (volumeType) {
    case "gp2":
    case "st1":
    case "sc1":
      return { components: [storage] };
    case "gp3":
      return {
        components: [
          storage,
          ...beyond("ebs-iops", countOf(iops), GP3_IOPS),
          ...beyond("ebs-throughput", countOf(throughput), GP3_THROUGHPUT),
        ],
      };
    case "io1":
    case "io2": {
      const count = countOf(iops);
      if (count === undefined) return unknownPrice("the event does not tell the volume's IOPS");
      return {
        components: [
          storage,
          ...(volumeType === "io1" ? [existing("ebs-iops", "io1", count)] : tiered(count)),
        ],
      };
    }
    default:
      return unknownPrice(`${volumeType} volumes are charged by use`);
  }
};

/** What goes beyond what is included. */
function beyond(
  item: "ebs-iops" | "ebs-throughput",
  count: bigint | undefined,
  included: bigint,
): Component[] {
  return count === undefined || count <= included ? [] : [existing(item, "gp3", count - included)];
}

function tiered(iops: bigint): Component[] {
  let from = 0n;
  return IO2_TIERS.flatMap(({ name, upTo }) => {
    const end = upTo === null || iops < upTo ? iops : upTo;
    const quantity = end - from;
    from = end;
    return quantity > 0n ? [existing("ebs-iops", name, quantity)] : [];
  });
}
