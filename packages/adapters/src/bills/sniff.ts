import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { badInput } from "@tagledger/core/errors";

/** What a file is by its first bytes. */
export type FileKind = "parquet" | "csv" | "csv.gz";

const HEAD_BYTES = 1 << 20;
const MAGIC: readonly (readonly [start: string, refusal: string])[] = [
  ["PK\u0003\u0004", "is a ZIP archive; unpack it first"],
  ["\u00ff\u00fe", "is UTF-16 text; save it as UTF-8"],
  ["\u00fe\u00ff", "is UTF-16 text; save it as UTF-8"],
  ["ORC", "is an ORC file; bills are read as CSV, gzipped CSV or Parquet"],
  ["%PDF", "is a PDF; the bill's data export is needed"],
];

/**
 * Says what a file is by its content, whatever its name.
 *
 * @throws bad-input when it is empty or cannot be a bill
 */
export async function sniff(path: string): Promise<FileKind> {
  const start = await firstBytes(path, 512);
  if (start.length === 0) throw badInput(`${path}: the file is empty`, { file: path });
  const latin = start.toString("latin1");
  const refused = MAGIC.find(([magic]) => latin.startsWith(magic));
  if (refused !== undefined) throw badInput(`${path}: ${refused[1]}`, { file: path });
  if (latin.startsWith("PAR1")) return "parquet";
  if (start[0] === 0x1f && start[1] === 0x8b) return "csv.gz";
  refuseMarkup(path, start.toString("utf8"));
  return "csv";
}

/**
 * The text a CSV file begins with, unzipped, without a byte order mark.
 *
 * @throws bad-input when nothing can be read, or what is read is no CSV
 */
export async function headOf(path: string, kind: FileKind): Promise<string> {
  const head = kind === "csv.gz" ? await firstUnzipped(path) : await firstBytes(path, HEAD_BYTES);
  const text = head.toString("utf8").replace(/^\uFEFF/, "");
  if (text.trim() === "") throw badInput(`${path}: the file is empty`, { file: path });
  refuseMarkup(path, text);
  return text;
}

function refuseMarkup(path: string, text: string): void {
  const start = text
    .replace(/^\uFEFF/, "")
    .trimStart()
    .slice(0, 200);
  if (/^<(!doctype|html|\?xml|head|body)/i.test(start)) {
    throw badInput(`${path}: line 1: this is a web page, not a bill (it begins with ${firstLine(start)})`, {
      file: path,
      line: 1,
    });
  }
  if (/^[[{]/.test(start)) {
    throw badInput(`${path}: line 1: this is JSON; bills are read as CSV, gzipped CSV or Parquet`, {
      file: path,
      line: 1,
    });
  }
}

function firstLine(text: string): string {
  return `"${text.split(/\r?\n/)[0]?.slice(0, 60) ?? ""}"`;
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function firstUnzipped(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  try {
    for await (const chunk of unzipped) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (cause) {
    if (length === 0) throw badInput(`${path}: the gzip data is damaged or cut off`, { file: path }, cause);
  } finally {
    source.destroy();
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

/** Whether a path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}
