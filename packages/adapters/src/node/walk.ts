import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "@tagledger/core/errors";

/**
 * Says whether a path is a file or a folder.
 *
 * @throws bad-input when it is neither
 */
export async function fileOrFolder(path: string): Promise<"file" | "folder"> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === "ENOENT" ? "there is no such file or folder" : cause.message;
    throw badInput(`${path}: ${reason}`, { file: path }, cause);
  });
  if (found.isDirectory()) return "folder";
  if (found.isFile()) return "file";
  throw badInput(`${path}: this is neither a file nor a folder`, { file: path });
}

/** Whether there is a file of that name. */
export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}

/**
 * All files of a folder, outer folders first, hidden ones left out; a folder is entered once, however it is linked. What is
 * gone before it is looked at is left out as well: whoever brings files here may rename each once it is whole.
 */
export async function walk(folder: string, entered = new Set<string>()): Promise<string[]> {
  const real = await realpath(folder);
  if (entered.has(real)) return [];
  entered.add(real);
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  const paths = names.map((name) => join(folder, name));
  const kinds = await Promise.all(paths.map((path) => unlessGone(path, fileOrFolder(path))));
  const files = paths.filter((_, index) => kinds[index] === "file");
  const folders = paths.filter((_, index) => kinds[index] === "folder");
  for (const inner of folders) files.push(...((await unlessGone(inner, walk(inner, entered))) ?? []));
  return files;
}

/** What is found out about a name that was listed; null where it is gone by now. */
async function unlessGone<T>(path: string, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (await isGone(path)) return null;
    throw error;
  }
}

/** A link that leads nowhere is still there itself. */
async function isGone(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    (cause: NodeJS.ErrnoException) => cause.code === "ENOENT",
  );
}
