import type { DeliveredPart } from "@tagledger/core/bills/delivery";

/** A file or an object that is there. */
export interface StoredFile extends DeliveredPart {
  /** When it was written, in epoch milliseconds. */
  readonly writtenAt: number;
}

/** What a manifest says, and which it is. */
export interface ReadManifest {
  readonly text: string;
  readonly tag: string;
}

/** What holds deliveries, whatever it is: places are names in it, with slashes between folders. */
export interface DeliverySource {
  /** The file of that name, or all files below it; none where there is neither. */
  list(place: string): Promise<readonly StoredFile[]>;
  /** What is there now; null where nothing is. */
  look(place: string): Promise<StoredFile | null>;
  /** Null where nothing is. */
  read(place: string): Promise<ReadManifest | null>;
  /** Where a file lies now that a manifest lists by its key or URI. */
  listed(location: string, manifest: string): Promise<string>;
  /** The billing periods of a file that no manifest lists. */
  periodsOf(place: string): Promise<readonly string[]>;
}
