import { badInput } from "@tagledger/core/errors";
import {
  EXPORTS_REGION,
  exportBody,
  queryStatement,
} from "@tagledger/core/policy/export-definition/definition";
import { exportTemplate } from "@tagledger/core/policy/export-definition/template";
import { templateText } from "@tagledger/core/policy/stack-set/template";
import type { GivenExport } from "./options.ts";

/** The ways in which an export is written down. */
export const EXPORT_FORMATS = ["cloudformation", "cli", "sql"] as const;

/** A way in which an export is written down. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Writes an export down.
 *
 * @throws bad-input where a call has no bucket to name
 */
export function writeExport(format: ExportFormat, given: GivenExport): string {
  const { definition, tags } = given;
  switch (format) {
    case "cloudformation":
      return templateText(exportTemplate(definition, given));
    case "sql":
      return `${queryStatement(definition.columns)}\n`;
    case "cli": {
      if (definition.bucket === null) throw badInput("--format cli: name the bucket with --bucket");
      const body = JSON.stringify(exportBody(definition, definition.bucket), null, 2);
      const labels = Object.entries(tags).map(([ResourceTagKey, ResourceTagValue]) => ({
        ResourceTagKey,
        ResourceTagValue,
      }));
      const tagged = labels.length === 0 ? "" : ` \\\n  --resource-tags ${quoted(JSON.stringify(labels))}`;
      return `aws bcm-data-exports create-export --region ${EXPORTS_REGION}${tagged} \\\n  --export ${quoted(body)}\n`;
    }
  }
}

/** A text as a shell takes it for one word. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
