import { open } from "node:fs/promises";
import { bytesOf } from "./bytes.ts";
import type { FileKind } from "./file-kind.ts";
import { NoBill } from "./no-bill.ts";

const HEAD_BYTES = 1 << 20;
const BOM = /^\uFEFF/;

const REFUSED: readonly (readonly [start: string, refusal: string])[] = [
  ["PK\u0003\u0004", "this is a ZIP archive or a spreadsheet; unpack it, or save it as CSV"],
  ["\u00ff\u00fe", "this is UTF-16 text; save it as UTF-8"],
  ["\u00fe\u00ff", "this is UTF-16 text; save it as UTF-8"],
  ["ORC", "this is an ORC file; bills are read as CSV, gzipped CSV or Parquet"],
  ["Obj\u0001", "this is an Avro file; bills are read as CSV, gzipped CSV or Parquet"],
  ["%PDF", "this is a PDF; the bill's data export is needed"],
];
const REFUSED_INSIDE: typeof REFUSED = [
  ["PAR1", "this is a Parquet file inside a gzip file; unzip it first"],
  ["\u001f\u008b", "this is a gzip file inside a gzip file; unzip it first"],
];

/**
 * Says what a file is by its content, whatever its name.
 *
 * @throws bad-input when it is empty or cannot be a bill
 */
export async function sniff(path: string): Promise<FileKind> {
  const start = await firstBytes(path, 512);
  if (start.length === 0) throw new NoBill(path, "the file is empty");
  const latin = start.toString("latin1");
  if (latin.startsWith("PAR1")) return "parquet";
  if (latin.startsWith("\u001f\u008b")) return "csv.gz";
  refuse(path, start, REFUSED);
  return "csv";
}

/**
 * The text a CSV file begins with, unzipped, without a byte order mark.
 *
 * @throws bad-input when nothing can be read, or what is read is no CSV
 */
export async function headOf(path: string, kind: FileKind): Promise<string> {
  const head = kind === "csv.gz" ? await firstUnzipped(path) : await firstBytes(path, HEAD_BYTES);
  if (kind === "csv.gz") refuse(path, head, [...REFUSED, ...REFUSED_INSIDE]);
  const text = head.toString("utf8").replace(BOM, "");
  if (text.trim() === "") throw new NoBill(path, "the file is empty");
  return text;
}

function refuse(path: string, start: Buffer, magic: typeof REFUSED): void {
  const latin = start.subarray(0, 8).toString("latin1");
  const refused = magic.find(([begin]) => latin.startsWith(begin));
  if (refused !== undefined) throw new NoBill(path, refused[1]);
  const text = start.subarray(0, 512).toString("utf8").replace(BOM, "").trimStart();
  if (text.startsWith("<")) {
    const begin = text.split(/\r?\n/)[0]?.slice(0, 60);
    throw new NoBill(path, `this is a web page or XML, not a bill (it begins with ${begin})`, { line: 1 });
  }
  if (/^[[{]/.test(text)) {
    throw new NoBill(path, "this is JSON; bills are read as CSV, gzipped CSV or Parquet", { line: 1 });
  }
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
  try {
    for await (const chunk of bytesOf(path, "csv.gz")) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    // What could be unzipped may still say what the file is.
    if (length === 0) throw error;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
