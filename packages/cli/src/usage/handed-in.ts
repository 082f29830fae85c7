import { resolve } from "node:path";
import type { Config } from "@tagledger/core/config/definition";

/** The files of usage that a configuration itself names, which stand relative to its folder. */
export function handedIn({ usage }: Pick<Config, "usage">, folder: string): string[] {
  return usage.flatMap((source) =>
    source.kind === "csv" || source.kind === "json" ? [resolve(folder, source.path)] : [],
  );
}
