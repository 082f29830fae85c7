import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const FUNCTIONS = join(import.meta.dirname, "../../functions");

/**
 * The functions that Lambda calls: the files that export a handler.
 *
 * @example functionNames() // ["on-due", "on-resource-event", "sweep"]
 */
export function functionNames(): readonly string[] {
  return globSync("*.ts", { cwd: FUNCTIONS })
    .filter((file) =>
      /^export (const|function|async function) handler\b/m.test(readFileSync(join(FUNCTIONS, file), "utf8")),
    )
    .map((file) => basename(file, ".ts"))
    .sort();
}
