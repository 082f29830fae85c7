import { share, sharingConfig, used } from "@tagledger/core/costs/sharing/testing/share";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { describe, expect, test } from "vitest";
import { byProject, exactTotals } from "./exact.ts";

// AmadeusITGroup/cloud-cost-allocation, its own cases: services that consume services, by keys. A service is a pool here,
// a key is use of it, and a product is a team; the provider of what a product consumes is the project.
const pool = (name: string) => `  - { name: ${name}, method: usage, metric: { use: 1 } }`;
const sold = (provider: string, product: string, key: string): UsageRow =>
  used(provider, product, key, { project: provider });

function divide(
  costs: Readonly<Record<string, string>>,
  {
    services,
    products,
    usage,
  }: { services: readonly string[]; products: readonly string[]; usage: readonly UsageRow[] },
) {
  const shares = share(sharingConfig(products, services.map(pool).join("\n")), costs, { usage });
  return { byProduct: exactTotals(shares, costs), byProvider: exactTotals(shares, costs, byProject) };
}

describe("hierarchical allocation", () => {
  test("follows containers through monitoring and history into two services and their products (test1)", () => {
    const { byProvider, byProduct } = divide(
      { compute: "80", storage: "20" },
      {
        services: ["compute", "storage", "monitoring", "history", "web", "reporting"],
        products: ["b2b", "b2c"],
        usage: [
          used("compute", "pool:web", "3"),
          used("compute", "pool:reporting", "0.5"),
          used("compute", "pool:history", "0.25"),
          used("compute", "pool:monitoring", "0.25"),
          used("storage", "pool:history", "9"),
          used("storage", "pool:monitoring", "1"),
          used("monitoring", "pool:web", "50"),
          used("monitoring", "pool:reporting", "10"),
          used("monitoring", "pool:history", "10"),
          used("history", "pool:web", "1"),
          used("history", "pool:reporting", "1"),
          sold("web", "b2b", "100"),
          sold("web", "b2c", "900"),
          sold("reporting", "b2b", "9"),
          sold("reporting", "b2c", "1"),
        ],
      },
    );
    expect(byProvider).toEqual({
      "b2b web": "77/10",
      "b2c web": "693/10",
      "b2b reporting": "207/10",
      "b2c reporting": "23/10",
    });
    expect(byProduct).toEqual({ b2b: "142/5", b2c: "358/5" });
  });

  test("keeps to the products that costs were made for, and shares the rest by key (test2)", () => {
    // Application 3 has costs of its own for each of the transactions x, y and z, and others for all of them.
    const costs = {
      app1: "10",
      app2: "1000",
      app3x: "2",
      app3y: "60",
      app3z: "600",
      app3: "140",
      app4: "110",
      app5: "7",
    };
    const { byProduct } = divide(costs, {
      services: ["app3x", "app3y", "app3z", "app3", "app4", "app2", "app1", "app5", "app6"],
      products: ["x", "y", "z", "product3", "product4"],
      usage: [
        sold("app3x", "x", "2"),
        sold("app3y", "y", "6"),
        sold("app3z", "z", "6"),
        sold("app3", "x", "2"),
        sold("app3", "y", "6"),
        sold("app3", "z", "6"),
        used("app4", "pool:app2", "11"),
        sold("app2", "x", "2"),
        sold("app2", "y", "12"),
        sold("app2", "z", "6"),
        sold("app1", "x", "2"),
        sold("app1", "y", "3"),
        sold("app5", "product3", "4"),
        used("app5", "pool:app6", "3"),
        sold("app6", "product4", "1"),
      ],
    });
    expect(byProduct).toEqual({ x: "137", y: "792", z: "993", product3: "4", product4: "3" });
  });

  test("shares unused reservations and shared services by cost (test3)", () => {
    const pools = [
      "  - { name: shared1, method: proportional, order: last }",
      "  - { name: reservation, method: proportional, order: last }",
    ].join("\n");
    const costs = { shared1: "100", reservation: "30" };
    const direct = { application1: "20", application2: "80", x: "100" };
    const shares = share(sharingConfig(Object.keys(direct), pools), costs, { direct });
    const own = Object.entries(exactTotals(shares, costs)).map(([team, shared]) => [team, Number(shared)]);
    // With their own costs they come to 33, 132 and 165.
    expect(Object.fromEntries(own)).toEqual({ application1: 13, application2: 52, x: 65 });
  });

  test("follows services that were untangled, so that each step comes out (test9)", () => {
    // Each provider has one key for each consumer.
    const keys: Readonly<Record<string, readonly string[]>> = {
      container: ["container-mgt", "app", "monitor", "log"],
      "container-mgt": ["app", "monitor", "log"],
      monitor: ["monitor-mgt", "app", "container-ups", "log"],
      "monitor-mgt": ["app", "container-ups", "log"],
      log: ["log-mgt", "app", "container-ups", "monitor-ups"],
      "log-mgt": ["app", "container-ups", "monitor-ups"],
      "monitor-ups": ["app", "container-ups"],
      "container-ups": ["app"],
    };
    const usage = Object.entries(keys).flatMap(([provider, consumers]) =>
      consumers.map((each) =>
        each === "app" ? sold(provider, "app", "1") : used(provider, `pool:${each}`, "1"),
      ),
    );
    const { byProvider } = divide(
      { container: "108" },
      { services: Object.keys(keys), products: ["app"], usage },
    );
    expect(byProvider).toEqual({
      "app container": "27",
      "app container-mgt": "9",
      "app monitor": "9",
      "app monitor-mgt": "3",
      "app log": "12",
      "app log-mgt": "4",
      "app monitor-ups": "8",
      "app container-ups": "36",
    });
  });
});
