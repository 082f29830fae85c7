import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { TagledgerError } from "@tagledger/core/errors";
import type { Answer } from "./answer.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
};

/** The built page. */
const BUILT = join(import.meta.dirname, "../../../dashboard/dist");

/**
 * Reads the files of the page, by the paths under which they are asked for: only what was built can be had.
 *
 * @throws outside-failure when the page is not built
 */
export function readPage(folder = BUILT): ReadonlyMap<string, Answer> {
  const files = new Map<string, Answer>();
  for (const path of filesOf(folder)) {
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    files.set(`/${relative(folder, path).split(sep).join("/")}`, {
      status: 200,
      type,
      body: readFileSync(path),
    });
  }
  const index = files.get("/index.html");
  if (index !== undefined) files.set("/", index);
  return files;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    const message = `the page is not built: there is no ${folder}; build it with npm run build`;
    throw new TagledgerError("outside-failure", message, { folder }, { cause });
  }
}
