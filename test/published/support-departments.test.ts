import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { share, sharingConfig, used } from "@tagledger/core/costs/sharing/testing/share";
import { describe, expect, test } from "vitest";
import { exactTotals, net } from "./exact.ts";

/** What support departments cost, and how much each consumer used of them. */
interface Departments {
  readonly costs: Readonly<Record<string, string>>;
  readonly use: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function divide({ costs, use }: Departments, allocation: string, order = Object.keys(costs)) {
  const pools = order.map((name) => `  - { name: ${name}, method: usage, metric: { use: 1 } }`).join("\n");
  const names = Object.keys(costs);
  const teams = [...new Set(Object.values(use).flatMap(Object.keys))].filter((each) => !names.includes(each));
  const usage = Object.entries(use).flatMap(([pool, consumers]) =>
    Object.entries(consumers).map(([consumer, hours]) =>
      used(pool, names.includes(consumer) ? `pool:${consumer}` : consumer, hours),
    ),
  );
  return exactTotals(share(sharingConfig(teams, pools, allocation), costs, { usage }), costs);
}

// Horngren, Datar and Rajan, "Cost Accounting", allocation of support-department costs: Castleford Engineering, whose
// plant maintenance and information systems serve each other, machining and assembly; hours of service.
const CASTLEFORD: Departments = {
  costs: { maintenance: "6300000", systems: "1452150" },
  use: {
    maintenance: { systems: "1600", machining: "2400", assembly: "4000" },
    systems: { maintenance: "200", machining: "1600", assembly: "200" },
  },
};

describe("Castleford Engineering's support departments", () => {
  test("are divided directly", () => {
    expect(divide(CASTLEFORD, "direct")).toEqual({ machining: "3653300", assembly: "4098850" });
  });

  test("are divided step by step, maintenance first", () => {
    expect(divide(CASTLEFORD, "step-down")).toEqual({ machining: "4300800", assembly: "3451350" });
  });

  test("are divided reciprocally", () => {
    expect(divide(CASTLEFORD, "reciprocal")).toEqual({ machining: "4187025", assembly: "3565125" });
  });
});

const file = join(import.meta.dirname, "../../../shared/data/bills/golden/service_department_methods.json");
describe.skipIf(!existsSync(file))("two service departments of a platform", () => {
  interface Golden {
    readonly service: Departments["costs"];
    readonly direct: Readonly<Record<string, string>>;
    readonly use: Departments["use"];
    readonly methods: Readonly<Record<string, { readonly exact: Readonly<Record<string, string>> }>>;
  }
  test.each([
    ["direct", "direct", ["obs", "k8s"]],
    ["step_down_obs_first", "step-down", ["obs", "k8s"]],
    ["step_down_k8s_first", "step-down", ["k8s", "obs"]],
    ["reciprocal", "reciprocal", ["obs", "k8s"]],
  ])("come to the fractions of the golden example: %s", (method, allocation, order) => {
    const { service, direct, use, methods } = JSON.parse(readFileSync(file, "utf8")) as Golden;
    const shared = divide({ costs: service, use }, allocation, order);
    const all = Object.keys(direct).map((team) => [team, net([direct[team] ?? "", shared[team] ?? ""])]);
    expect(Object.fromEntries(all)).toEqual(methods[method]?.exact);
  });
});
