import type { Config } from "../definition.ts";
import { loadConfig } from "../load.ts";

/** A configuration of nothing but this text. */
export function configOf(text: string): Config {
  return loadConfig(`version: 1\n${text}`, "tagledger.yaml").config;
}
