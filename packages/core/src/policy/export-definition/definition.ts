/** A column of an export: how Data Exports selects it, and what it is called in the files where that is another name. */
export interface ExportColumn {
  readonly select: string;
  readonly as?: string;
}

/** What an export holds besides its columns. */
export interface ExportSettings {
  /** How much time a line stands for. */
  readonly granularity: "HOURLY" | "DAILY";
  /** Whether the resources of a service have lines of their own. */
  readonly resources: boolean;
  /** Whether the callers of models have lines of their own. */
  readonly principals: boolean;
}

/** An export of bills: what it holds, and where it is delivered. */
export interface ExportDefinition {
  readonly name: string;
  /** Null for one that is named after the account. */
  readonly bucket: string | null;
  /** The region that the bucket is in. */
  readonly region: string;
  readonly prefix: string;
  readonly columns: readonly ExportColumn[];
  readonly settings: ExportSettings;
  /** Whether a delivery stays where it is when the next one comes. */
  readonly keepsDeliveries: boolean;
}

/** Where exports are defined, wherever their buckets are. */
export const EXPORTS_REGION = "us-east-1";

const TABLE = "COST_AND_USAGE_REPORT";

/** What is asked of the table of cost and usage. */
export function queryStatement(columns: readonly ExportColumn[]): string {
  const selected = columns.map(({ select, as }) => (as === undefined ? select : `${select} AS ${as}`));
  return `SELECT ${selected.join(", ")} FROM ${TABLE}`;
}

/** How the table is made that is asked. */
export function tableConfigurations({ granularity, resources, principals }: ExportSettings) {
  return {
    [TABLE]: {
      TIME_GRANULARITY: granularity,
      INCLUDE_RESOURCES: flag(resources),
      INCLUDE_IAM_PRINCIPAL_DATA: flag(principals),
      // Shares of containers repeat what their instances cost.
      INCLUDE_SPLIT_COST_ALLOCATION_DATA: "FALSE",
      INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY: "FALSE",
    },
  };
}

/**
 * The export as the API and CloudFormation take it.
 *
 * @param bucket what names the bucket: a text, or what CloudFormation fills in
 */
export function exportBody(definition: ExportDefinition, bucket: unknown) {
  const { name, region, prefix, columns, settings, keepsDeliveries } = definition;
  return {
    Name: name,
    Description: "What Tagledger reads of the bill, and nothing else.",
    DataQuery: {
      QueryStatement: queryStatement(columns),
      TableConfigurations: tableConfigurations(settings),
    },
    DestinationConfigurations: {
      S3Destination: {
        S3Bucket: bucket,
        S3Prefix: prefix,
        S3Region: region,
        S3OutputConfigurations: {
          OutputType: "CUSTOM",
          Format: "PARQUET",
          Compression: "PARQUET",
          Overwrite: keepsDeliveries ? "CREATE_NEW_REPORT" : "OVERWRITE_REPORT",
        },
      },
    },
    RefreshCadence: { Frequency: "SYNCHRONOUS" },
  };
}

function flag(isOn: boolean): "TRUE" | "FALSE" {
  return isOn ? "TRUE" : "FALSE";
}
