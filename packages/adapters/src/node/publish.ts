import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { TagledgerError } from "@tagledger/core/errors";
import type { Publisher } from "@tagledger/core/ports";

/**
 * Publishes a configuration as a file, which nobody ever sees half-written.
 *
 * @example await filePublisher("in-force/tagledger.yaml").publish(text) // "in-force/tagledger.yaml"
 */
export function filePublisher(path: string): Publisher {
  return {
    async publish(text) {
      const place = resolve(path);
      // Beside its place, for only within a file system a file is moved as a whole.
      const draft = `${place}.${randomUUID()}.tmp`;
      try {
        await mkdir(dirname(place), { recursive: true });
        await writeFile(draft, text, { flush: true });
        await rename(draft, place);
      } catch (cause) {
        await rm(draft, { force: true }).catch(() => undefined);
        const said = cause instanceof Error ? cause.message : String(cause);
        throw new TagledgerError(
          "outside-failure",
          `${path}: the configuration cannot be written (${said})`,
          { file: path },
          { cause },
        );
      }
      return path;
    },
  };
}
