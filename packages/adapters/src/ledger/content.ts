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
  const bytes = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  for (let start = 0; start < bytes.length; start += PIECE_BYTES * PIECES_AT_ONCE) {
    const puts = piecesOf(bytes.subarray(start, start + PIECE_BYTES * PIECES_AT_ONCE)).map((body, index) => {
      const sort = String(start / PIECE_BYTES + index).padStart(PLACE_DIGITS, "0");
      return { item: { partition: contentPartition(hash), sort, version: 1, body } };
    });
    checkLimits(puts);
    await store.write(puts);
  }
  return hash;
}

/**
 * Reads what was stored under a hash.
 *
 * @throws outside-failure when it is not what was stored
 */
export async function readContent(store: ItemStore, hash: string): Promise<string> {
  const pieces = await store.query({ partition: contentPartition(hash), ...WHOLE });
  try {
    const bytes = Buffer.concat(pieces.map(({ body }) => Buffer.from(body)));
    const text = (await decompress(bytes)).toString("utf8");
    if (sha256(text) === hash) return text;
  } catch (cause) {
    throw damaged(hash, cause);
  }
  throw damaged(hash);
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
