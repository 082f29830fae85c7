import { NEWLINE, RETURN } from "./bytes.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Follows the quotes of a CSV file. A value is quoted where a quote begins it; inside, a doubled quote belongs to the
 * value. Some writers put a backslash before it instead: then a quoted value seems to be followed by more text.
 */
export class QuoteScan {
  /** Whether a quoted value has begun and not ended. */
  open = false;
  /** Whether quotes inside values follow a backslash; what comes after the first of them is not read. */
  backslash = false;
  readonly #delimiter: number;
  /** Whether the quote to come is the second of two. */
  #doubled = false;
  /** The last byte, which is read when its follower is known, and the one before it. */
  #rest = Buffer.of(NEWLINE);

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Reads on; returns where in the chunk a quoted value ends and more text follows, or -1. */
  read(chunk: Buffer): number {
    const text = Buffer.concat([this.#rest, chunk]);
    let at = this.backslash ? -1 : text.indexOf(QUOTE, 1);
    for (; at >= 0 && at < text.length - 1; at = text.indexOf(QUOTE, at + 1)) {
      if (this.#quote(text[at - 1], text[at + 1])) continue;
      if (this.backslash) return -1;
      return Math.max(at - this.#rest.length, 0);
    }
    this.#rest = text.subarray(-2);
    return -1;
  }

  #quote(before: number | undefined, after: number | undefined): boolean {
    if (this.#doubled) this.#doubled = false;
    else if (!this.open) this.open = this.#separates(before);
    else if (after === QUOTE) this.#doubled = true;
    else {
      this.open = false;
      this.backslash = before === BACKSLASH && !this.#separates(after);
      return this.#separates(after);
    }
    return true;
  }

  #separates(byte: number | undefined): boolean {
    return byte === this.#delimiter || byte === NEWLINE || byte === RETURN;
  }
}
