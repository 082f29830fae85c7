import { dirname, resolve } from "node:path";
import type { Config } from "@tagledger/core/config/definition";

/**
 * Where bills are delivered as a configuration says it; paths stand relative to its file.
 *
 * @example placesOf(config, "rules/tagledger.yaml") // ["s3://billing/exports", "/home/ada/rules/bills"]
 */
export function placesOf({ bills }: Pick<Config, "bills">, file: string | undefined): string[] {
  const folder = file === undefined || file.startsWith("s3://") ? "." : dirname(file);
  return bills.map((source) => ("s3" in source ? source.s3 : resolve(folder, source.path)));
}
