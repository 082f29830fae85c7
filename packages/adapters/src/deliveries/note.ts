import { badInput } from "@tagledger/core/errors";

/** What a manifest says. */
export interface DeliveryNote {
  /** What the export is called; null where the manifest does not say it. */
  readonly export: string | null;
  /** What tells the export from others of the same name; null where the manifest does not say it. */
  readonly identity: string | null;
  readonly execution: string;
  /** `YYYY-MM`; null where the manifest does not say it. */
  readonly period: string | null;
  /** Keys or `s3://` URIs, as it lists them. */
  readonly files: readonly string[];
}

/**
 * Reads a manifest: of a legacy report (`reportKeys`) or of a Data Export (`dataFiles`).
 *
 * @throws bad-input naming the manifest where it is cut off, of another shape, or lists nothing
 */
export function parseNote(place: string, text: string): DeliveryNote {
  const said = parse(place, text);
  const files = said.dataFiles ?? said.reportKeys;
  if (!Array.isArray(files) || !files.every((each) => typeof each === "string")) {
    throw badInput(`${place}: the manifest lists neither dataFiles nor reportKeys`, { file: place });
  }
  if (files.length === 0) throw badInput(`${place}: the manifest lists no files`, { file: place });
  const twice = files.find((each, index) => files.indexOf(each) < index);
  if (twice !== undefined) {
    throw badInput(`${place}: the manifest lists ${twice} twice`, { file: place, value: twice });
  }
  const report = [textOf(said.account), textOf(said.reportName)];
  return {
    identity: textOf(said.exportArn) ?? (report.includes(null) ? null : report.join(" ")),
    export: textOf(said.reportName) ?? exportOfArn(textOf(said.exportArn)),
    execution: textOf(said.executionId) ?? textOf(said.assemblyId) ?? "",
    period: periodOf(place, said.billingPeriod),
    files,
  };
}

/** The name in `arn:aws:bcm-data-exports:us-east-1:111122223333:export/NAME-<id>`. */
function exportOfArn(arn: string | null): string | null {
  const [, name] =
    /:export\/(.+?)(-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|-[0-9a-f]+)?$/i.exec(arn ?? "") ?? [];
  return name ?? null;
}

function periodOf(place: string, period: unknown): string | null {
  const start = isRecord(period) ? textOf(period.start) : null;
  if (start === null) return null;
  const [, year, month] = /^(\d{4})-?(\d{2})-?01T/.exec(start) ?? [];
  if (year !== undefined && month !== undefined) return `${year}-${month}`;
  throw badInput(`${place}: the manifest's billingPeriod starts at "${start}", which is no month`, {
    file: place,
    value: start,
  });
}

function parse(place: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(text);
    return isRecord(said) ? said : {};
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "";
    const message = `${place}: the manifest is not valid JSON, it may be cut off (${reason})`;
    throw badInput(message, { file: place }, cause);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
