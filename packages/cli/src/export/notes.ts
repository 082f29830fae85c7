import { exportedKey } from "@tagledger/adapters/bills/exported-key";
import { deliveryStatement, sourceArns } from "@tagledger/core/policy/export-definition/bucket";
import { EXPORTS_REGION, tableConfigurations } from "@tagledger/core/policy/export-definition/definition";
import type { ExportFormat } from "./formats.ts";
import type { GivenExport } from "./options.ts";

/** What whoever makes an export must know, and do besides. */
export function exportNotes(format: ExportFormat, given: GivenExport): readonly string[] {
  const { settings } = given.definition;
  return [
    ...whereNotes(format, given),
    ...bucketNotes(format, given),
    ...(format === "sql"
      ? [`the table is asked with these settings: ${JSON.stringify(tableConfigurations(settings))}`]
      : []),
    ...tagNotes(given),
    ...(settings.granularity === "DAILY" && settings.resources
      ? [
          "lines stand for a day: tags that the ledger knows to have been set within a day count from the next",
        ]
      : []),
    ...(settings.resources
      ? []
      : ["without resources, what was billed before a resource was tagged stays without a team"]),
    ...(settings.principals
      ? [
          "callers of models are told apart from 8 April 2026 on; an export that was made without cannot be changed to it",
        ]
      : []),
  ];
}

function whereNotes(format: ExportFormat, { definition, makesBucket }: GivenExport): string[] {
  const { region } = definition;
  const made = `exports are made in ${EXPORTS_REGION} alone, in the account that pays; the first delivery comes within 24 hours`;
  if (format !== "cloudformation" || region === EXPORTS_REGION || !makesBucket) return [made];
  return [
    made,
    `make two stacks of this template: in ${region}, which holds the bucket, then in ${EXPORTS_REGION}`,
  ];
}

function bucketNotes(format: ExportFormat, { definition, makesBucket }: GivenExport): string[] {
  const { bucket } = definition;
  if (bucket === null || (format === "cloudformation" && makesBucket)) return [];
  const arn = `arn:aws:s3:::${bucket}`;
  const statement = deliveryStatement(
    { bucket: arn, object: `${arn}/*`, account: "ACCOUNT" },
    sourceArns("aws", "ACCOUNT"),
  );
  return [
    `the policy of ${bucket} must hold this statement, with the account that pays for ACCOUNT: ${JSON.stringify(statement)}`,
    `${bucket} must send its notifications to Amazon EventBridge, so that a manifest is heard of`,
  ];
}

function tagNotes({ tagKeys, tagForm }: GivenExport): string[] {
  const active =
    "tag keys must be active as cost allocation tags: tagledger activate lists and activates them";
  if (tagForm !== "flat") return [active];
  const unsure = tagKeys.filter((key) => /[A-Z]|[^\x20-\x7e]/.test(key));
  return [
    active,
    "a key that is asked for later needs a column more: write the definition again when the schema changes",
    ...unsure.map(
      (key) => `${key} is asked for as ${exportedKey(key)}; where the column stays empty, use --tags-as tags`,
    ),
  ];
}
