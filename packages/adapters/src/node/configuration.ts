import { readFile } from "node:fs/promises";
import { badInput } from "@tagledger/core/errors";
import type { Configurations, Hash, Published } from "@tagledger/core/ports";
import { publishedFrom } from "../configuration/published.ts";

/**
 * The configuration in a file, as it is whenever it is asked for.
 *
 * @throws bad-input, on asking, where there is no such file
 * @example await fileConfigurations("tagledger.yaml", nodeHash).current() // { config: …, hash: "5f2c…" }
 */
export function fileConfigurations(path: string, hash: Hash): Configurations {
  let known: { readonly text: string; readonly published: Published } | null = null;
  return {
    async current() {
      const text = await readFile(path, "utf8").catch((cause: unknown) => {
        throw badInput(`${path}: this configuration cannot be read`, { file: path }, cause);
      });
      if (known?.text === text) return known.published;
      const published = await publishedFrom({ text, name: path }, hash);
      known = { text, published };
      return published;
    },
  };
}
