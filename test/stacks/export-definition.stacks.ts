import { exportedColumns } from "@tagledger/adapters/bills/exported-columns";
import { configOf } from "@tagledger/core/config/testing/config-of";
import type { ExportDefinition } from "@tagledger/core/policy/export-definition/definition";
import { exportNeeds } from "@tagledger/core/policy/export-definition/export-needs";
import { neededSettings } from "@tagledger/core/policy/export-definition/needed-settings";
import { exportTemplate } from "@tagledger/core/policy/export-definition/template";
import { expect, test } from "vitest";
import { lint } from "./member/lint.ts";

/** For moto to be installed. */
const FIRST_TIME = 600_000;
const HOME = "eu-central-1";
const tags = { "ml-team": "ml-platform", "ml-environment": "prod" };

function makeDefinition(changes: Partial<ExportDefinition> = {}): ExportDefinition {
  const config = configOf("policies: { tax: follow }");
  const settings = neededSettings(config);
  const columns = exportedColumns(exportNeeds(config), settings, "flat");
  return {
    name: "tagledger",
    bucket: null,
    region: "us-east-1",
    prefix: "bills",
    columns,
    settings,
    keepsDeliveries: false,
    ...changes,
  };
}

test.each([
  { what: "bucket and export in one region", changes: {}, makesBucket: true, regions: ["us-east-1"] },
  {
    what: "the bucket in the region of a deployment",
    changes: { region: HOME, bucket: "our-bills", keepsDeliveries: true },
    makesBucket: true,
    regions: [HOME, "us-east-1"],
  },
  {
    what: "a bucket that is there",
    changes: { bucket: "our-bills", region: HOME },
    makesBucket: false,
    regions: ["us-east-1"],
  },
])(
  "cfn-lint finds nothing in the template of an export: $what",
  async ({ changes, makesBucket, regions }) => {
    const template = exportTemplate(makeDefinition(changes), { makesBucket, tags });
    expect(await lint(template, regions)).toEqual([]);
  },
  FIRST_TIME,
);

test("cfn-lint knows what an export is", async () => {
  const template = exportTemplate(makeDefinition(), { makesBucket: true, tags: {} });
  const { Export, ...others } = template.Resources;
  const wrong = {
    ...template,
    Resources: { ...others, Export: { Type: String(Export?.Type), Properties: {} } },
  };
  expect(await lint(wrong, ["us-east-1"])).not.toEqual([]);
});

test("a bucket in another region is held by the stack there, and the export by the one in us-east-1", () => {
  const { Conditions, Resources } = exportTemplate(makeDefinition({ region: HOME }), {
    makesBucket: true,
    tags,
  });
  const conditionOf = (name: string) => Conditions[String(Resources[name]?.Condition)];
  expect(conditionOf("Bills")).toEqual({ "Fn::Equals": [{ Ref: "AWS::Region" }, HOME] });
  expect(conditionOf("BillsPolicy")).toEqual(conditionOf("Bills"));
  expect(conditionOf("Export")).toEqual({ "Fn::Equals": [{ Ref: "AWS::Region" }, "us-east-1"] });
});
