import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder for tests that is gone when they are done. */
export interface TestFolder {
  /** The path of what lies at a place in it. */
  at(name: string): string;
  /** Puts files there, with their folders; gives the path of the last. */
  put(files: Readonly<Record<string, string | Uint8Array>>): string;
  /** Puts a link there that leads to wherever the text says. */
  link(name: string, target: string): string;
  remove(): void;
}

/** Makes an empty folder. */
export function makeFolder(): TestFolder {
  const root = mkdtempSync(join(tmpdir(), "tagledger-"));
  const place = (name: string) => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  return {
    at: (name) => join(root, name),
    put(files) {
      let last = root;
      for (const [name, content] of Object.entries(files)) {
        last = place(name);
        writeFileSync(last, content);
      }
      return last;
    },
    link(name, target) {
      const path = place(name);
      symlinkSync(target, path);
      return path;
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
