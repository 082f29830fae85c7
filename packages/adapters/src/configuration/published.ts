import type { Hash, Published } from "@tagledger/core/ports";

/** The text of a configuration, and what messages call where it is. */
export interface ConfigurationText {
  readonly text: string;
  readonly name: string;
}

/**
 * Reads the text of a configuration, under the hash that every decision by it names: files of the same meaning have the
 * same.
 *
 * @throws bad-configuration with every problem, where it does not hold together
 */
export async function publishedFrom({ text, name }: ConfigurationText, hash: Hash): Promise<Published> {
  // A reader of YAML is large, and most starts of a function have no time for it.
  const [{ loadConfig }, { canonicalConfig }] = await Promise.all([
    import("@tagledger/core/config/load"),
    import("@tagledger/core/config/canonical"),
  ]);
  const { config } = loadConfig(text, name);
  return { config, hash: hash.sha256(canonicalConfig(config)) };
}
