import type { inputs } from "@tagledger/api/schemas/inputs";
import type {
  coverage,
  days,
  experiments,
  months,
  pools,
  report,
  runs,
  unallocated,
} from "@tagledger/api/schemas/report";
import type { request, requestPage } from "@tagledger/api/schemas/requests";
import type { live, resourcePage, violations } from "@tagledger/api/schemas/resource";
import type { signIn } from "@tagledger/api/schemas/sign-in";
import type { upload, uploaded, uploads } from "@tagledger/api/schemas/usage";
import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import type { MonthKey } from "@tagledger/core/reports/month/keys";
import type * as z from "zod/mini";

/** The values by which a row is grouped: of those that were asked for, null where one is missing. */
export type Group = Readonly<Partial<Record<MonthKey, string | null>>>;

/** One group of a report: its amounts, which are exact decimals, and what it was in the month before. */
export interface ReportRow extends Group {
  readonly direct: string;
  readonly shared: string;
  readonly total: string;
  readonly before?: string;
  readonly change?: string;
}

/** A month's figures by group. */
export type ReportAnswer = Omit<z.output<typeof report>, "rows"> & { readonly rows: readonly ReportRow[] };

/** What is nobody's, by reason, service and account. */
export type UnallocatedAnswer = Omit<z.output<typeof unallocated>, "unallocated"> & {
  readonly unallocated: readonly (Group & {
    readonly reason: string;
    readonly value: string | null;
    readonly amount: string;
  })[];
};

export type SignInAnswer = z.output<typeof signIn>;
export type MonthsAnswer = z.output<typeof months>;
export type DaysAnswer = z.output<typeof days>;
export type PoolsAnswer = z.output<typeof pools>;
export type CoverageAnswer = z.output<typeof coverage>;
export type ExperimentsAnswer = z.output<typeof experiments>;
export type RunsAnswer = z.output<typeof runs>;
export type RequestAnswer = z.output<typeof request>;
export type RequestsAnswer = z.output<typeof requestPage>;
export type UploadAnswer = z.output<typeof upload>;
export type UploadsAnswer = z.output<typeof uploads>;
export type UploadedAnswer = z.output<typeof uploaded>;

type Violations = z.output<typeof violations>;

/** A resource that breaks the rules, and what it costs. */
export type ViolationAnswer = ResourceView & Pick<Violations["items"][number], "monthToDate" | "hourly">;

/** What breaks the rules, the dearest first. */
export type ViolationsAnswer = Omit<Violations, "items"> & { readonly items: readonly ViolationAnswer[] };
type Live = z.output<typeof live>;

/** What resources cost now, by team or by what they are. */
export type LiveAnswer = Omit<Live, "rows"> & {
  readonly rows: readonly (Live["rows"][number] & {
    readonly team?: string | null;
    readonly type?: string | null;
  })[];
};

export type ResourcesAnswer = z.output<typeof resourcePage>;

/** What was read, whole or not. */
export type InputsAnswer = z.output<typeof inputs>;
