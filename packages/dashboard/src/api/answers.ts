import type { Dimension } from "@tagledger/core/config/definition/match";
import type { jsonReport } from "@tagledger/core/reports/render/json";

type Json = ReturnType<typeof jsonReport>;

/** One group of a report: its amounts, and a value of each dimension that was asked for. */
export type RowAnswer = Json["rows"][number] & Readonly<Partial<Record<Dimension, string | null>>>;

/** A report as the API gives it: amounts are exact decimals. */
export type ReportAnswer = Omit<Json, "rows"> & { readonly rows: readonly RowAnswer[] };
