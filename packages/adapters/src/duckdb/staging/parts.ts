import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Basis } from "@tagledger/core/costs/charge";
import { TagledgerError } from "@tagledger/core/errors";
import { detectFormat } from "../../bills/detect.ts";
import type { FetchedPart, PartFetcher } from "../../deliveries/fetcher.ts";
import type { Telling } from "../charges.ts";
import type { Database } from "../database.ts";
import { unreadableFile } from "../unreadable.ts";
import type { Month } from "./line-filter.ts";
import { type Choice, neededColumns } from "./needed-columns.ts";
import { openPart } from "./open-part.ts";
import type { OpenPart } from "./part.ts";

/** What the parts of a delivery are brought and opened with. */
export interface Bringing {
  readonly database: Database;
  readonly fetcher: PartFetcher;
  readonly delivery: Delivery;
  readonly month: Month;
  readonly choice: Choice;
  /** Those that are wanted of a bill, as far as it holds them. */
  readonly bases: readonly Basis[];
  readonly folder: string;
  readonly tell: Telling;
}

/** The parts of a delivery, each brought to this machine and opened once. */
export class Parts {
  readonly #with: Bringing;
  readonly #fetched = new Map<number, Promise<FetchedPart>>();
  readonly #here = new Set<number>();
  readonly #opened = new Map<number, Promise<OpenPart>>();
  #bytes = 0;
  #stopped = false;

  constructor(bringing: Bringing) {
    this.#with = bringing;
  }

  get count(): number {
    return this.#with.delivery.parts.length;
  }

  /** How many bytes had to be fetched. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether nothing more is wanted of them. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Whether a part can be opened without waiting for it. */
  isHere(index: number): boolean {
    return this.#here.has(index);
  }

  /** Opens a part; those after it are fetched meanwhile, one after another. */
  async open(index: number): Promise<OpenPart> {
    const fetched = await this.#fetch(index);
    const opened = this.#opened.get(index) ?? this.#openFile(index, fetched.path);
    this.#opened.set(index, opened);
    return opened;
  }

  /** Opens a part for something; what cannot be read of it is told of it where it was delivered. */
  async read<T>(index: number, work: (part: OpenPart) => Promise<T>): Promise<T> {
    const part = await this.open(index);
    try {
      return await work(part);
    } catch (error) {
      throw unreadablePart(error, part.table.path, part.place);
    }
  }

  /** Waits until nothing is fetched any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled(this.#fetched.values());
  }

  #fetch(index: number): Promise<FetchedPart> {
    const known = this.#fetched.get(index);
    if (known !== undefined) return known;
    const fetching = this.#bring(index);
    this.#fetched.set(index, fetching);
    // Whoever opens the part hears of what went wrong.
    fetching.then(
      () => this.#stopped || index + 1 >= this.count || void this.#fetch(index + 1),
      () => {},
    );
    return fetching;
  }

  async #bring(index: number): Promise<FetchedPart> {
    const { fetcher, delivery, folder, choice, tell } = this.#with;
    const part = delivery.parts[index];
    if (part === undefined) throw new Error(`there is no part ${index}`);
    const to = join(folder, `part-${index}`);
    await mkdir(to, { recursive: true });
    tell.progress(`fetching part ${index + 1} of ${this.count} (${part.bytes} bytes)`);
    const fetched = await fetcher.fetch(part, to, (names) =>
      neededColumns(detectFormat(part.place, names), names, choice),
    );
    this.#bytes += fetched.bytes;
    this.#here.add(index);
    return fetched;
  }

  async #openFile(index: number, path: string): Promise<OpenPart> {
    const { database, delivery, month, choice, bases, tell } = this.#with;
    const place = delivery.parts[index]?.place ?? path;
    tell.progress(`reading part ${index + 1} of ${this.count}: ${place}`);
    const whole = delivery.manifest !== null;
    try {
      return await openPart(database, path, { index, place, month, choice, bases, whole });
    } catch (error) {
      throw unreadablePart(error, path, place);
    }
  }
}

/** The error of a part that could not be read, named where it was delivered. */
export function unreadablePart(cause: unknown, path: string, place: string): unknown {
  return renamed(unreadableFile(path, cause), path, place);
}

/** An error that names a part where it was delivered, not where it lies on this machine. */
export function renamed(error: unknown, path: string, place: string): unknown {
  if (!(error instanceof TagledgerError) || path === place) return error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([name, value]) => [name, value === path ? place : value]),
  );
  return new TagledgerError(error.code, error.message.replaceAll(path, place), fields, { cause: error });
}
