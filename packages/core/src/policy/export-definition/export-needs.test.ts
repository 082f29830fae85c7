import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { chargeNeeds } from "../../costs/query.ts";
import { exportNeeds } from "./export-needs.ts";

describe("the tag keys of an export", () => {
  test("are those of rules, and required ones that no rule reads", () => {
    const config = configOf(`
dimensions: { team: team }
tags: { team: { required: true }, cost-center: { required: true }, note: {} }`);
    expect(exportNeeds(config)).toEqual({ ...chargeNeeds(config), tagKeys: ["cost-center", "team"] });
  });

  test("hold what is required of some where charges tell of which", () => {
    const config = configOf(`
dimensions: { team: team, workload: workload }
tags:
  workload: { values: [training, inference] }
  class: { values: [secret] }
  experiment: { required: { when: { workload: [training] } } }
  retention: { required: { when: { class: [secret] } } }`);
    expect(exportNeeds(config).tagKeys).toEqual(["experiment", "team", "workload"]);
  });

  test("are no two that exports write as one", () => {
    const config = configOf(`
dimensions: { team: ml.team }
tags: { ml-team: { required: true } }`);
    expect(exportNeeds(config).tagKeys).toEqual(["ml.team"]);
  });
});
