import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** A file of the page, as it is to be served. */
export interface PageFile {
  /** As `assets/index-Dk3.js`. */
  readonly key: string;
  readonly path: string;
  readonly type: string;
  /** Whether its name changes with what is in it. */
  readonly isHashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds the page as its sources are now, and lists what that came to. */
export function pageFiles(): readonly PageFile[] {
  const { root, work } = $cli.paths;
  const folder = join(work, "page");
  rmSync(folder, { recursive: true, force: true });
  const words = ["build", "packages/dashboard", "--outDir", folder, "--logLevel", "warn"];
  const vite = join(root, "node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, ...words], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fileAt(join(entry.parentPath, entry.name), folder))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function fileAt(path: string, folder: string): PageFile {
  const key = relative(folder, path).split(sep).join("/");
  const type = TYPES[extname(path)];
  if (type === undefined) throw new Error(`${key}: what type of file that is stands nowhere`);
  return { key, path, type, isHashed: key.startsWith("assets/") };
}
