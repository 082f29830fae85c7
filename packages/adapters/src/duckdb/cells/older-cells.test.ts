import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChargeGroup } from "@tagledger/core/costs/charge";
import { OPTIONAL_FACTS } from "@tagledger/core/costs/query";
import { afterEach, beforeEach, expect, it } from "vitest";
import { focusLine } from "../../testing/lines.ts";
import { deliveryOf, onDisk } from "../../testing/staged.ts";
import { writeCsv } from "../../testing/write.ts";
import { fileLiteral, literal, openDatabase } from "../database.ts";
import { duckdbEngine } from "../engine.ts";
import { cellsMetadata, readMetadata } from "./metadata.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cells-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Cells as they were before they told which commitment covered a charge. */
async function older(file: string): Promise<string> {
  const database = await openDatabase();
  try {
    const { commitments: _told, ...metadata } = await readMetadata(database, file);
    const to = join(folder, "older.parquet");
    await database.run(
      `COPY (SELECT * EXCLUDE (commitment) FROM read_parquet(${fileLiteral(file)}))
       TO ${literal(to)} (FORMAT parquet, KV_METADATA {tagledger: ${literal(cellsMetadata(metadata))}})`,
    );
    return to;
  } finally {
    await database.close();
  }
}

it("cells that do not tell of commitments are read as they were written", async () => {
  const lines = [
    focusLine(),
    focusLine({ CommitmentDiscountStatus: "Used", CommitmentDiscountType: "Savings Plan" }),
  ];
  const engine = duckdbEngine({ fetcher: onDisk });
  const path = await writeCsv(join(folder, "bill.csv"), lines);
  const needs = { facts: new Set(OPTIONAL_FACTS), tagKeys: ["ml-team"], instants: [] };
  const bill = await engine.stage(deliveryOf([path]), { needs, follows: () => false, dated: [] });
  try {
    const groupsOf = async (files: readonly string[]) => {
      const cells = await engine.open(files, "effective");
      const [{ period = "", currency = "" } = {}] = cells.contents;
      const all: ChargeGroup[] = [];
      for await (const groups of cells.charges({ period, currency, followers: [] })) all.push(...groups);
      await cells.close();
      return all;
    };
    const told = await groupsOf(bill.files);
    expect(told.map(({ commitment = "" }) => commitment).toSorted()).toEqual(["", "Savings Plan"]);
    const untold = await groupsOf([await older(bill.files[0] ?? "")]);
    expect(untold).toEqual(told.map(({ commitment: _told, ...group }) => group));
  } finally {
    await bill.discard();
  }
});
