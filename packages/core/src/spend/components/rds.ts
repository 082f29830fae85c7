import { type BillingRule, countOf, existing, running } from "../component.ts";
import { unknownPrice } from "../price.ts";

/** Engines without a licence, as the price list writes them. */
const ENGINES: Readonly<Record<string, string>> = {
  mariadb: "MariaDB",
  mysql: "MySQL",
  postgres: "PostgreSQL",
};

/** What gp3 storage brings along without charge, and from which size on that is more. */
const INCLUDED = { iops: 3000n, throughput: 125n };
const INCLUDED_LARGE = { iops: 12_000n, throughput: 500n };
const LARGE = 400n;

/** A database is charged for its instance while it runs and for its storage also while it does not. */
export const databaseBill: BillingRule = (attributes) => {
  const { instanceClass, engine, multiAZ, storageType, sizeGiB, cluster, dedicatedLogVolume } = attributes;
  const engineName = engine ? ENGINES[engine] : undefined;
  const size = countOf(sizeGiB);
  if (engineName === undefined)
    return unknownPrice(`databases of the engine ${engine || "unknown"} are not priced`);
  if (cluster) return unknownPrice("members of a cluster are not priced");
  if (dedicatedLogVolume === "true") return unknownPrice("a volume for its log is charged with it");
  if (!instanceClass || size === undefined || !storageType || !multiAZ) {
    return unknownPrice("the event does not tell its class, its storage and whether it has a standby");
  }
  if (storageType !== "gp2" && storageType !== "gp3")
    return unknownPrice(`storage of type ${storageType} is not priced`);
  if (storageType === "gp3" && !isIncluded(size, attributes.iops, attributes.throughput)) {
    return unknownPrice("more IOPS or throughput than its storage includes is not priced");
  }
  const deployment = multiAZ === "true" ? "Multi-AZ" : "Single-AZ";
  return {
    components: [
      running("rds-instance", `${engineName} ${deployment} ${instanceClass}`),
      existing("rds-storage", `${engineName} ${deployment} ${storageType}`, size),
    ],
    assuming: ["a version in standard support"],
  };
};

/** Above 400 GiB storage is striped and includes more. */
function isIncluded(
  size: bigint,
  iops: string | null | undefined,
  throughput: string | null | undefined,
): boolean {
  const included = size >= LARGE ? INCLUDED_LARGE : INCLUDED;
  return (countOf(iops) ?? 0n) <= included.iops && (countOf(throughput) ?? 0n) <= included.throughput;
}
