import type { DeliveredPart } from "@tagledger/core/bills/delivery";

/** Chooses of the columns of a Parquet file those that are needed. */
export type ColumnChooser = (names: readonly string[]) => readonly string[];

/** A part that is on this machine. */
export interface FetchedPart {
  readonly path: string;
  /** How many bytes had to be fetched. */
  readonly bytes: number;
}

/** Brings parts of a delivery to this machine. */
export interface PartFetcher {
  /** @param folder where to put it; what is there already of the same part is not fetched again */
  fetch(part: DeliveredPart, folder: string, columns: ColumnChooser): Promise<FetchedPart>;
}
