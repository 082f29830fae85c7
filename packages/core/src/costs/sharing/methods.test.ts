import { describe, expect, test } from "vitest";
import { divided, fractions, share, sharingConfig, used } from "./testing/share.ts";

const TEAMS = ["nlp", "ranking", "vision"];

describe("even", () => {
  test("divides among all teams, one by one in the order of their names where cents are left", () => {
    const config = sharingConfig(TEAMS, "  - { name: logs, method: even }");
    expect(divided(share(config, {}), "logs", "100")).toEqual({
      nlp: "33.34",
      ranking: "33.33",
      vision: "33.33",
    });
  });

  test("divides among those named, teams and pools", () => {
    const config = sharingConfig(
      TEAMS,
      "  - { name: logs, method: even, to: [nlp, 'pool:gpu'] }\n  - { name: gpu, method: fixed, shares: { vision: 1 } }",
    );
    expect(fractions(share(config, {}), "logs")).toEqual({ nlp: "1/2", vision: "1/2" });
  });
});

describe("fixed", () => {
  test("divides by shares, exactly", () => {
    const config = sharingConfig(
      TEAMS,
      "  - { name: ecr, method: fixed, shares: { nlp: '0.1', ranking: '0.2', vision: '0.7' } }",
    );
    expect(fractions(share(config, {}), "ecr")).toEqual({ nlp: "1/10", ranking: "1/5", vision: "7/10" });
  });
});

describe("proportional", () => {
  const pools =
    "  - { name: gpu, method: fixed, shares: { vision: 1 } }\n  - { name: support, method: proportional, order: last }";

  test("divides by direct and already allocated cost", () => {
    const shares = share(
      sharingConfig(TEAMS, pools),
      { gpu: "30" },
      { direct: { nlp: "50", ranking: "20" } },
    );
    expect(fractions(shares, "support")).toEqual({ nlp: "1/2", ranking: "1/5", vision: "3/10" });
  });

  test("counts a team below zero as nothing", () => {
    const shares = share(sharingConfig(TEAMS, pools), {}, { direct: { nlp: "100", ranking: "-20" } });
    expect(fractions(shares, "support")).toEqual({ nlp: "1/1" });
  });

  test("is missing usage where nobody has cost", () => {
    expect(fractions(share(sharingConfig(TEAMS, pools), {}), "support")).toEqual({
      "no-usage support": "1/1",
    });
  });

  test("in file order, later last pools see what earlier ones gave", () => {
    const config = sharingConfig(
      TEAMS,
      "  - { name: first, method: fixed, shares: { vision: 1 }, order: last }\n  - { name: second, method: proportional, order: last }",
    );
    const shares = share(config, { first: "25" }, { direct: { nlp: "75" } });
    expect(fractions(shares, "second")).toEqual({ nlp: "3/4", vision: "1/4" });
  });
});

describe("usage", () => {
  const pool = (more = "") => `  - { name: db, method: usage, metric: { reads: 1, writes: 5 }${more} }`;
  const reads = { metric: "reads" };
  const writes = { metric: "writes" };

  test("weighs metrics", () => {
    const usage = [
      used("db", "nlp", "10", reads),
      used("db", "ranking", "2", writes),
      used("db", "nlp", "4", writes),
    ];
    expect(fractions(share(sharingConfig(TEAMS, pool()), {}, { usage }), "db")).toEqual({
      nlp: "3/4",
      ranking: "1/4",
    });
  });

  test("shares idle capacity among users unless told to keep it separate", () => {
    const usage = [used("db", "nlp", "30", reads), used("db", "capacity", "40", reads)];
    expect(fractions(share(sharingConfig(TEAMS, pool()), {}, { usage }), "db")).toEqual({ nlp: "1/1" });
    const separate = sharingConfig(TEAMS, pool(", idle: separate"));
    expect(fractions(share(separate, {}, { usage }), "db")).toEqual({ nlp: "3/4", "idle db": "1/4" });
  });

  test("weighs idle capacity as its metric, and use above capacity leaves none", () => {
    const separate = sharingConfig(TEAMS, pool(", idle: separate"));
    const usage = [
      used("db", "nlp", "50", reads),
      used("db", "capacity", "40", reads),
      used("db", "ranking", "6", writes),
      used("db", "capacity", "10", writes),
    ];
    expect(fractions(share(separate, {}, { usage }), "db")).toEqual({
      nlp: "1/2",
      ranking: "3/10",
      "idle db": "1/5",
    });
  });

  test("counts a row that reaches over the month by its part inside", () => {
    const day = 86_400_000;
    const start = Date.UTC(2026, 7, 31);
    const usage = [
      used("db", "nlp", "8", { ...reads, start, end: start + 2 * day }),
      used("db", "vision", "4", reads),
    ];
    expect(fractions(share(sharingConfig(TEAMS, pool()), {}, { usage }), "db")).toEqual({
      nlp: "1/2",
      vision: "1/2",
    });
  });

  test("gives what a driver knows no project of to the team's shared fees", () => {
    const usage = [
      used("db", "nlp", "1", { ...reads, project: "chat", experiment: "exp-0001" }),
      used("db", "nlp", "3", { ...reads, workload: "training" }),
    ];
    const shares = share(sharingConfig(TEAMS, pool()), {}, { usage });
    const leaves = [...shares.destinations.values()].map((each) => ("leaf" in each ? each.leaf : undefined));
    expect(leaves).toEqual([
      { team: "nlp", project: "chat", workload: null, environment: null, experiment: "exp-0001" },
      { team: "nlp", project: "shared", workload: "training", environment: null, experiment: null },
    ]);
  });
});

describe("missing usage", () => {
  const earlier = { start: Date.UTC(2026, 6, 1), end: Date.UTC(2026, 7, 1) };
  const pool = (what: string) =>
    sharingConfig(TEAMS, `  - { name: db, method: usage, metric: { use: 1 }, onMissingUsage: ${what} }`);

  test("holds by default", () => {
    const config = sharingConfig(TEAMS, "  - { name: db, method: usage, metric: { use: 1 } }");
    expect(fractions(share(config, {}, { usage: [used("db", "nlp", "0")] }), "db")).toEqual({
      "no-usage db": "1/1",
    });
  });

  test("takes the newest earlier month that has any", () => {
    const usage = [
      used("db", "vision", "1", { start: Date.UTC(2026, 4, 1), end: Date.UTC(2026, 5, 1) }),
      used("db", "nlp", "2", earlier),
      used("db", "ranking", "2", earlier),
      used("db", "vision", "0", { start: Date.UTC(2026, 7, 1), end: Date.UTC(2026, 8, 1) }),
    ];
    expect(fractions(share(pool("previous"), {}, { usage }), "db")).toEqual({ nlp: "1/2", ranking: "1/2" });
    expect(fractions(share(pool("previous"), {}), "db")).toEqual({ "no-usage db": "1/1" });
  });

  test("divides evenly or in proportion where told to", () => {
    expect(fractions(share(pool("even"), {}), "db")).toEqual({ nlp: "1/3", ranking: "1/3", vision: "1/3" });
    const direct = { nlp: "1", vision: "3" };
    expect(fractions(share(pool("proportional"), {}, { direct }), "db")).toEqual({
      nlp: "1/4",
      vision: "3/4",
    });
  });
});

describe("follow", () => {
  const nodes =
    "  - { name: gpu, method: usage, metric: { use: 1 }, idle: separate }\n  - { name: cpu, method: fixed, shares: { vision: 1 } }";
  const usage = [used("gpu", "nlp", "6"), used("gpu", "ranking", "2"), used("gpu", "capacity", "10")];

  test("goes as the named pools came out, idle parts included", () => {
    const config = sharingConfig(TEAMS, `${nodes}\n  - { name: control, method: follow, of: [gpu, cpu] }`);
    const shares = share(config, { gpu: "60", cpu: "40" }, { usage });
    expect(fractions(shares, "control")).toEqual({
      nlp: "9/25",
      ranking: "3/25",
      "idle gpu": "3/25",
      vision: "2/5",
    });
  });

  test("may stand before the pools it follows", () => {
    const config = sharingConfig(TEAMS, `  - { name: control, method: follow, of: [cpu] }\n${nodes}`);
    expect(fractions(share(config, { cpu: "1" }), "control")).toEqual({ vision: "1/1" });
  });

  test("counts what other pools gave the named ones", () => {
    const config = sharingConfig(
      TEAMS,
      `  - { name: base, method: fixed, shares: { 'pool:cpu': 1 } }\n${nodes}\n  - { name: control, method: follow, of: [gpu, cpu] }`,
    );
    const shares = share(config, { base: "30", gpu: "10" }, { usage: [used("gpu", "nlp", "1")] });
    expect(fractions(shares, "control")).toEqual({ nlp: "1/4", vision: "3/4" });
  });

  test("is missing usage where the named pools hold nothing or could not be divided", () => {
    const config = sharingConfig(
      TEAMS,
      `${nodes}\n  - { name: control, method: follow, of: [gpu, cpu], onMissingUsage: even }`,
    );
    const even = { nlp: "1/3", ranking: "1/3", vision: "1/3" };
    expect(fractions(share(config, {}, { usage }), "control")).toEqual(even);
    expect(fractions(share(config, { gpu: "5" }), "control")).toEqual(even);
    expect(fractions(share(config, { cpu: "-5" }), "control")).toEqual(even);
  });

  test("of a last pool is last itself", () => {
    const config = sharingConfig(
      TEAMS,
      "  - { name: tax, method: follow, of: [support] }\n  - { name: support, method: proportional, order: last }",
      "reciprocal",
    );
    expect(fractions(share(config, { support: "5" }, { direct: { nlp: "1" } }), "tax")).toEqual({
      nlp: "1/1",
    });
  });
});
