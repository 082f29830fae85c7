import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { TagledgerError } from "@tagledger/core/errors";
import type { ItemStore } from "./items.ts";
import { contentPartition, WHOLE } from "./keys.ts";
import { checkLimits } from "./limits.ts";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

const PIECE_BYTES = 300_000;
const PIECES_AT_ONCE = 10;
const PLACE_DIGITS = 6;
// Near the best at a fraction of the time.
const QUALITY = 5;

/**
 * Stores a text of any length under its hash: compressed, and in pieces that fit into items. Nobody sees it until
 * something that is published names the hash, so it needs no transaction.
 *
 * @returns the SHA-256 of the text
 */
export async function storeContent(store: ItemStore, text: string): Promise<string> {
  const hash = sha256(text);
  await writePieces(store, hash, await compressed(text));
  return hash;
}

/** How a content is stored. */
export interface StoredContent {
  /** The SHA-256 of the text. */
  readonly hash: string;
  /** How many bytes its pieces have together. */
  readonly bytes: number;
}

/** Stores a text as {@link storeContent} does, unless all of it is there. */
export async function storeOnce(store: ItemStore, text: string): Promise<StoredContent> {
  const hash = sha256(text);
  const bytes = await compressed(text);
  // Pieces are written in their order: where the last one is, all are.
  const sort = sortOf(Math.ceil(bytes.length / PIECE_BYTES) - 1);
  const last = await store.get({ partition: contentPartition(hash), sort });
  if (last === null) await writePieces(store, hash, bytes);
  return { hash, bytes: bytes.length };
}

async function writePieces(store: ItemStore, hash: string, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES * PIECES_AT_ONCE) {
    const puts = piecesOf(bytes.subarray(start, start + PIECE_BYTES * PIECES_AT_ONCE)).map((body, index) => {
      const sort = sortOf(start / PIECE_BYTES + index);
      return { item: { partition: contentPartition(hash), sort, version: 1, body } };
    });
    checkLimits(puts);
    await store.write(puts);
  }
}

/**
 * Reads what was stored under a hash.
 *
 * @throws outside-failure when it is not what was stored
 */
export async function readContent(store: ItemStore, hash: string): Promise<string> {
  // Outside of what may be damaged: a store that cannot be reached may hold it all the same.
  const pieces = await piecesIn(store, hash);
  try {
    const text = (await decompress(pieces)).toString("utf8");
    if (sha256(text) === hash) return text;
  } catch (cause) {
    throw damaged(hash, cause);
  }
  throw damaged(hash);
}

/**
 * Reads what was stored under a hash as it is stored, compressed by Brotli.
 *
 * @throws outside-failure when a part is missing
 */
export async function readBytes(store: ItemStore, { hash, bytes }: StoredContent): Promise<Uint8Array> {
  const found = await piecesIn(store, hash);
  if (found.length !== bytes) throw damaged(hash);
  return found;
}

async function piecesIn(store: ItemStore, hash: string): Promise<Buffer> {
  const pieces = await store.query({ partition: contentPartition(hash), ...WHOLE });
  return Buffer.concat(pieces.map(({ body }) => Buffer.from(body)));
}

function compressed(text: string): Promise<Buffer> {
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

function sortOf(place: number): string {
  return String(place).padStart(PLACE_DIGITS, "0");
}

function piecesOf(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function damaged(hash: string, cause?: unknown): TagledgerError {
  const message = `the ledger does not hold the content ${hash} as it was stored`;
  return new TagledgerError("outside-failure", message, { hash }, { cause });
}
