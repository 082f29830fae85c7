import { exportedColumns, type TagForm } from "@tagledger/adapters/bills/exported-columns";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import type { ExportDefinition, ExportSettings } from "@tagledger/core/policy/export-definition/definition";
import { exportNeeds } from "@tagledger/core/policy/export-definition/export-needs";
import { neededSettings } from "@tagledger/core/policy/export-definition/needed-settings";
import { readTags } from "../policy/site.ts";

/** How much time a line of an export may stand for. */
export const GRANULARITIES = ["hourly", "daily"] as const;

/** What is said of an export on the command line. */
export interface ExportOptions {
  readonly name: string;
  readonly bucket?: string;
  readonly existing?: boolean;
  readonly region: string;
  readonly prefix: string;
  readonly granularity?: (typeof GRANULARITIES)[number];
  readonly resources: boolean;
  readonly principals?: boolean;
  readonly tagsAs: TagForm;
  readonly keepDeliveries?: boolean;
  readonly tags?: string;
}

/** An export, and how what surrounds it is made. */
export interface GivenExport {
  readonly definition: ExportDefinition;
  readonly makesBucket: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly tagKeys: readonly string[];
  readonly tagForm: TagForm;
}

const NAME = /^[A-Za-z0-9_-]{1,128}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/;
const REGION = /^[a-z]+(-[a-z]+)+-\d$/;

/**
 * Reads what an export is to be.
 *
 * @throws bad-input naming what is wrong, or less than the rules look at
 */
export function readExport(config: Config, options: ExportOptions): GivenExport {
  const { bucket, existing = false, tags, tagsAs } = options;
  expectLike("--name", options.name, NAME, "letters, digits, hyphens and underscores");
  expectLike("--prefix", options.prefix, PREFIX, "a folder, as bills or exports/bills");
  expectLike("--region", options.region, REGION, "a region, as eu-central-1");
  if (bucket !== undefined) expectLike("--bucket", bucket, BUCKET, "the name of a bucket");
  if (existing && bucket === undefined)
    throw badInput("--existing: name the bucket that is there with --bucket");
  const needs = exportNeeds(config);
  const settings = settingsOf(config, options);
  return {
    definition: {
      name: options.name,
      bucket: bucket ?? null,
      region: options.region,
      prefix: options.prefix,
      columns: exportedColumns(
        settings.principals ? { ...needs, facts: new Set([...needs.facts, "principal"]) } : needs,
        settings,
        tagsAs,
      ),
      settings,
      keepsDeliveries: options.keepDeliveries === true,
    },
    makesBucket: !existing,
    tags: tags === undefined ? {} : readTags(tags),
    tagKeys: needs.tagKeys,
    tagForm: tagsAs,
  };
}

function settingsOf(config: Config, options: ExportOptions): ExportSettings {
  const needed = neededSettings(config);
  if (options.granularity === "daily" && needed.granularity === "HOURLY") {
    throw badInput("--granularity daily: a rule begins or ends within a day, and needs lines by the hour");
  }
  if (!options.resources && needed.resources) {
    throw badInput("--no-resources: rules of this configuration look at resources");
  }
  return {
    granularity: options.granularity === "hourly" ? "HOURLY" : needed.granularity,
    resources: options.resources,
    principals: needed.principals || options.principals === true,
  };
}

function expectLike(option: string, value: string, pattern: RegExp, expected: string): void {
  if (!pattern.test(value)) throw badInput(`${option} ${value}: expected ${expected}`, { value });
}
