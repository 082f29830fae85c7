import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { checkAliases } from "./checks/aliases.ts";
import { checkBudgets } from "./checks/budgets.ts";
import { checkConditions } from "./checks/conditions.ts";
import { checkDates } from "./checks/dates.ts";
import { checkDimensions } from "./checks/dimensions.ts";
import { checkEmpties } from "./checks/empties.ts";
import { checkEnvironments } from "./checks/environments.ts";
import { checkLoops } from "./checks/loops.ts";
import { checkMethods } from "./checks/methods.ts";
import { checkPatterns } from "./checks/patterns.ts";
import { checkPools } from "./checks/pools.ts";
import { checkShares } from "./checks/shares.ts";
import { checkTeamAliases } from "./checks/team-aliases.ts";
import { checkTeamNames } from "./checks/team-names.ts";
import { checkTeams } from "./checks/teams.ts";
import { checkTimeZone } from "./checks/time-zone.ts";
import { checkUsage } from "./checks/usage.ts";
import { checkValues } from "./checks/values.ts";
import { CHECKS, type Check } from "./checks.ts";
import { definition } from "./definition.ts";
import { type Flaw, pathText } from "./problem.ts";

/** A name, the lines of a configuration after its version, and the problems it has, without their places. */
type Case = readonly [name: string, text: string, ...problems: string[]];

const TEAMS = "tags: { ml-team: { values: [red, blue] } }";

const USAGE_POOLS = `${TEAMS}
pools:
  - { name: lake, method: usage, metric: { s3-byte-hours: 1 } }
  - { name: store, method: usage, metric: { reads: 1 } }
  - { name: stor, method: even }
  - { name: support, method: proportional }`;

const CASES: Readonly<Record<string, readonly [Check, readonly Case[]]>> = {
  budgets: [
    checkBudgets,
    [
      ["by dimensions are fine", "budgets: [{ match: { team: red, environment: prod }, monthly: 1 }]"],
      [
        "by what divided costs do not tell are warned of",
        "budgets: [{ match: {}, monthly: 1 }, { match: { service: AmazonEC2 }, monthly: 1, alert: [1.0e-30] }]",
        "warning budgets[1].match.service: divided costs do not tell the service, so this budget is not watched; match by team, project, workload, environment, experiment",
        "warning budgets[1].alert[0]: 1e-30 has more than 24 decimal places and is not watched",
      ],
    ],
  ],
  dimensions: [
    checkDimensions,
    [
      ["one of whose keys has a rule is fine", "dimensions: { team: [ml-team, squad] }"],
      [
        "none of whose keys has a rule is warned of",
        "dimensions: { team: ml-tem }",
        'warning dimensions.team: tags has no rule for "ml-tem": did you mean "ml-team"?',
      ],
    ],
  ],
  patterns: [
    checkPatterns,
    [
      ["in RE2 syntax are fine", String.raw`tags: { ml-team: { pattern: "(?i)[\\p{L}]+-\\d{2}" } }`],
      [
        "with lookaround are refused",
        'tags: { ml-team: { pattern: "(?=a)a" } }',
        'tags.ml-team.pattern: got "(?=a)a", expected a regular expression in RE2 syntax: invalid or unsupported Perl syntax: `(?=` (lookaround and backreferences take unbounded time)',
      ],
      [
        "with backreferences are refused",
        String.raw`tags: { ml-team: { pattern: '(a)\1' } }`,
        String.raw`tags.ml-team.pattern: got "(a)\\1", expected a regular expression in RE2 syntax: invalid escape sequence: ${"`"}\1${"`"} (lookaround and backreferences take unbounded time)`,
      ],
      [
        "that are not closed are refused",
        'tags: { ml-team: { pattern: "[a-z" } }',
        'tags.ml-team.pattern: got "[a-z", expected a regular expression in RE2 syntax: missing closing ]: `[a-z`',
      ],
      [
        "must fit the whole of every value beside them",
        'tags: { ml-team: { pattern: "[a-z]+", values: [red, blue-2] } }',
        'tags.ml-team.values[1]: "blue-2" does not match the pattern "[a-z]+"',
      ],
    ],
  ],
  conditions: [
    checkConditions,
    [
      [
        "on a value that is not listed are refused",
        "tags: { ml-team: {}, kind: { values: [a, bee] }, run: { required: { when: { kind: [a, xyz] } } } }",
        'tags.run.required.when.kind[1]: "xyz" is not a value of kind: expected one of a, bee',
      ],
      [
        "on a key without a rule are warned of",
        "tags: { ml-team: {}, kind: {}, run: { required: { when: { kinds: [a] } } } }",
        'warning tags.run.required.when: tags has no rule for "kinds": did you mean "kind"?',
      ],
    ],
  ],
  "aliases of values": [
    checkAliases,
    [
      [
        "may lead to a value in another case",
        "normalize: { aliases: { ml-environment: { production: PROD } } }",
      ],
      [
        "must lead to a value that is listed",
        "normalize: { aliases: { ml-environment: { production: live } } }",
        'normalize.aliases.ml-environment.production: "live" is not a value of ml-environment: expected one of dev, staging, prod',
      ],
    ],
  ],
  "names of teams": [
    checkTeamNames,
    [
      ["may stand in teams and in the values alike", `${TEAMS}\nteams: { red: {} }`],
      [
        "that read alike are refused",
        `${TEAMS}\nteams: { " Red": {} }`,
        'tags.ml-team.values[0]: "red" and " Red" both read as "red": expected one spelling',
      ],
      [
        "that differ in case are two where case is kept",
        `${TEAMS}\nteams: { Red: {} }\nnormalize: { case: keep }`,
      ],
      [
        "that usage uses are refused",
        'teams: { Capacity: {}, "pool:a": {}, " ": {} }',
        'teams: "Capacity" is what usage calls the capacity of a metric: expected another name',
        'teams: "pool:a" is what usage calls a pool: expected another name',
        'teams: got " ", expected a name that is not only spaces',
      ],
      [
        "that usage uses are refused as aliases too",
        "teams: { red: { aliases: [{ name: capacity }] } }",
        'teams.red.aliases[0].name: "capacity" is what usage calls the capacity of a metric: expected another name',
      ],
    ],
  ],
  "aliases of teams": [
    checkTeamAliases,
    [
      [
        "may pass from one team to another",
        "teams: { red: { aliases: [{ name: x, until: 2026-03-31 }] }, blue: { aliases: [{ name: X, from: 2026-04-01 }] } }",
      ],
      [
        "may not mean two teams at once",
        "teams: { red: { aliases: [{ name: x, until: 2026-03-31 }] }, blue: { aliases: [{ name: X, from: 2026-03-31 }] } }",
        'teams.blue.aliases[0].name: "X" is an alias of team "red" too, at the same time',
      ],
      [
        "may not be the name of a team",
        "teams: { red: { aliases: [{ name: BLUE }] }, blue: {} }",
        'teams.red.aliases[0].name: "BLUE" is the name of team "blue": expected another alias',
      ],
    ],
  ],
  "mentions of teams": [
    checkTeams,
    [
      [
        "are free while no team is named",
        "assign: [{ match: {}, set: { team: anyone } }]\npolicies: { tax: { team: anyone } }",
      ],
      ["may be globs in a match", `${TEAMS}\nbudgets: [{ match: { team: ["r*", blue] }, monthly: 1 }]`],
      [
        "must be of known teams in assign, policies and match",
        `${TEAMS}\nassign: [{ match: {}, set: { team: rde } }]\npolicies: { tax: { team: blu } }\nbudgets: [{ match: { team: [blue, rad] }, monthly: 1 }]`,
        'assign[0].set.team: no team is called "rde": did you mean "red"?',
        'policies.tax.team: no team is called "blu": did you mean "blue"?',
        'budgets[0].match.team[1]: no team is called "rad": did you mean "red"?',
      ],
      [
        "must be of known teams in pools",
        `${TEAMS}\npools: [{ name: p, method: even, to: [red, purple] }, { name: q, method: fixed, shares: { Red: 1 } }]`,
        'pools[0].to[1]: no team is called "purple": expected one of blue, red',
        'pools[1].shares: no team is called "Red": did you mean "red"?',
      ],
      [
        "that are pools say how a pool is written",
        `${TEAMS}\npools: [{ name: p, method: proportional }, { name: q, method: even, to: [p] }]`,
        'pools[1].to[0]: no team is called "p": a pool is written "pool:p"',
      ],
    ],
  ],
  values: [
    checkValues,
    [
      [
        "that their tag does not list are warned of",
        "assign: [{ match: { environment: [prd, 'st*'], tags: { ml-environment: live } }, set: { workload: trainng } }]",
        'warning assign[0].set.workload: "trainng" is not a value of workload: did you mean "training"?',
        'warning assign[0].match.environment[0]: "prd" is not a value of environment: did you mean "prod"?',
        'warning assign[0].match.tags.ml-environment: "live" is not a value of ml-environment: expected one of dev, staging, prod',
      ],
    ],
  ],
  dates: [
    checkDates,
    [
      ["may cover one day", "assign: [{ match: {}, set: { team: a }, from: 2026-09-01, until: 2026-09-01 }]"],
      [
        "must be in the calendar",
        "enforcement: { since: 2026-02-30, exemptions: [{ match: {}, reason: r, until: 2026-13-01 }] }",
        "enforcement.since: got 2026-02-30, expected a moment that is in the calendar",
        "enforcement.exemptions[0].until: got 2026-13-01, expected a moment that is in the calendar",
      ],
      [
        "must begin before they end",
        "assign: [{ match: {}, set: { team: a }, from: 2026-09-02, until: 2026-09-01 }]\nteams: { a: { aliases: [{ name: b, from: 2026-01-01T00:00Z, until: 2026-01-01T00:00Z }] } }",
        "assign[0].until: ends at 2026-09-01, not after it begins at 2026-09-02",
        "teams.a.aliases[0].until: ends at 2026-01-01T00:00Z, not after it begins at 2026-01-01T00:00Z",
      ],
    ],
  ],
  pools: [
    checkPools,
    [
      [
        "need names of their own",
        "pools: [{ name: p, method: proportional }, { name: p, method: proportional }]",
        'pools[1].name: another pool is called "p" too: expected a name of its own',
      ],
      [
        "must be there where they are named",
        `pools: [{ name: gpu, method: even, to: ["pool:cpu", a] }, { name: f, method: follow, of: [gpus] }]
policies: { tax: { pool: "pool:gpu" } }
usage: [{ kind: cloudwatch, namespace: n, pool: cpus }, { kind: scad, pools: [gpu, gup] }]`,
        'pools[0].to[0]: no pool is called "cpu": did you mean "gpu"?',
        'pools[1].of[0]: no pool is called "gpus": did you mean "gpu"?',
        'policies.tax.pool: no pool is called "pool:gpu": did you mean "gpu"?',
        'usage[0].pool: no pool is called "cpus": expected one of gpu, f',
        'usage[1].pools[1]: no pool is called "gup": did you mean "gpu"?',
      ],
      [
        "may not name anyone twice",
        "pools: [{ name: p, method: even, to: [a, b, a] }, { name: q, method: follow, of: [p, p] }]",
        'pools[0].to[2]: names "a" twice',
        'pools[1].of[1]: names "p" twice',
      ],
    ],
  ],
  usage: [
    checkUsage,
    [
      [
        "of pools that are divided by it is fine",
        `${USAGE_POOLS}
usage:
  - { kind: prometheus, url: "http://p:9090", pools: [lake, store] }
  - { kind: s3-inventory, s3: "s3://inventories/lake/all", pool: lake, prefixes: { a/: red, b/: "pool:store" } }
  - { kind: cloudwatch, namespace: n, pool: store, metrics: { reads: Reads } }
  - { kind: cloudtrail, path: logs, pool: store }
  - { kind: csv, path: usage.csv }`,
      ],
      [
        "must be of pools that are divided by it",
        `${USAGE_POOLS}
usage: [{ kind: scad, pools: [lake, stor] }, { kind: cloudwatch, namespace: n, pool: support }]`,
        'usage[0].pools[1]: pool "stor" is of method even, not divided by usage: did you mean "store"?',
        'usage[1].pool: pool "support" is of method proportional, not divided by usage: expected one of lake, store',
      ],
      [
        "must be by metrics that its pool is divided by",
        `${USAGE_POOLS}
usage:
  - { kind: s3-listing, s3: "s3://models", pool: store }
  - { kind: cloudtrail, path: logs, pool: lake }
  - { kind: cloudwatch, namespace: n, pool: store, metrics: { read: Reads } }`,
        'warning usage[0].pool: pool "store" is divided by reads, and s3-listing tells s3-byte-hours',
        'warning usage[1].pool: pool "lake" is divided by s3-byte-hours, and cloudtrail tells reads, writes',
        'usage[2].metrics: pool "store" is not divided by "read": did you mean "reads"?',
      ],
      [
        "of logs must say in which one place they lie",
        `${USAGE_POOLS}
usage: [{ kind: cloudtrail, pool: store }, { kind: cloudtrail, pool: store, s3: "s3://logs", path: logs }]`,
        "usage[0]: expected s3 or path: where the logs of the trail lie",
        "usage[1].path: the logs lie in s3 or in path: expected one of them",
      ],
      [
        "may be asked for at addresses with ports, paths and signs of mail",
        `${USAGE_POOLS}
usage: [{ kind: prometheus, url: "http://p:9090/a@b/", pools: [lake] }, { kind: opencost, url: "https://o.example/model" }]`,
      ],
      [
        "must name the workspace of Amazon's Prometheus that is asked",
        `${USAGE_POOLS}
usage:
  - { kind: prometheus, url: "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1", region: eu-central-1 }
  - { kind: prometheus, url: "https://aps-workspaces.eu-central-1.amazonaws.com", region: eu-central-1 }`,
        "usage[1].url: names no workspace, which a source with a region must: expected https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/WORKSPACE",
      ],
      [
        "may be asked for at no address that holds what is secret",
        `${USAGE_POOLS}
usage:
  - { kind: prometheus, url: "http://me:hunter2@p:9090" }
  - { kind: opencost, url: "http://user:pa%ss@o:9003/model" }
  - { kind: opencost, url: "http://token@o:9003?key=hunter2" }`,
        "usage[0].url: the address holds a name or password, which would be kept with every month that is divided: give a token by the name of its secret, as token: secret:NAME",
        "usage[1].url: the address holds a name or password, which would be kept with every month that is divided: give a token by the name of its secret, as token: secret:NAME",
        "usage[2].url: the address holds a name or password, which would be kept with every month that is divided: give a token by the name of its secret, as token: secret:NAME",
        "usage[2].url: the address holds a query, which would be kept with every month that is divided: give a token by the name of its secret, as token: secret:NAME",
      ],
      [
        "must give prefixes to teams, by any of their names, or to pools",
        `${USAGE_POOLS}
teams: { red: { aliases: [{ name: crimson }] } }
usage: [{ kind: s3-listing, s3: "s3://models", pool: lake, prefixes: { a: Red, b: crimson, c: bleu, d: "pool:lak" } }]`,
        'usage[0].prefixes.c: no team is called "bleu": did you mean "blue"?',
        'usage[0].prefixes.d: no pool is called "lak": did you mean "lake"?',
      ],
    ],
  ],
  methods: [
    checkMethods,
    [
      [
        "of usage need a metric that weighs",
        "pools: [{ name: p, method: usage, metric: {} }, { name: q, method: usage, metric: { x: 0, y: 0.0 } }]",
        "pools[0].metric: divides by nothing: expected at least one metric with a weight above 0",
        "pools[1].metric: divides by nothing: expected at least one metric with a weight above 0",
      ],
      [
        "that are proportional may come in the order of the file",
        "pools: [{ name: p, method: proportional }]",
      ],
      [
        "that are proportional must come last under reciprocal allocation",
        "allocation: reciprocal\npools: [{ name: p, method: proportional }, { name: q, method: proportional, order: last }]",
        'pools[0].method: pool "p" is proportional to what others came to: expected order: last under allocation: reciprocal',
      ],
    ],
  ],
  shares: [
    checkShares,
    [
      ["of tenths sum to 1", "pools: [{ name: p, method: fixed, shares: { a: 0.1, b: 0.2, c: 0.7 } }]"],
      [
        "that only nearly sum to 1 are refused",
        "pools: [{ name: p, method: fixed, shares: { a: 0.333333, b: 0.333333, c: 0.333333 } }]",
        "pools[0].shares: the shares sum to 0.999999, expected exactly 1",
      ],
      [
        "of nobody are refused",
        "pools: [{ name: p, method: fixed, shares: {} }]",
        "pools[0].shares: the shares sum to 0, expected exactly 1",
      ],
    ],
  ],
  empties: [
    checkEmpties,
    [
      ["that match everything are fine in a budget", "budgets: [{ match: {}, monthly: 1 }]"],
      [
        "that would take every charge into a pool are refused",
        "pools: [{ name: p, method: even, match: {} }, { name: q, method: even, match: { tags: {} } }]",
        "pools[0].match: would match every charge: leave match out, or give a key",
        "pools[1].match: would match every charge: leave match out, or give a key",
      ],
      [
        "that set nothing are refused",
        "assign: [{ match: {}, set: {} }]",
        "assign[0].set: sets nothing: expected a dimension, such as team: NAME",
      ],
    ],
  ],
  loops: [
    checkLoops,
    [
      [
        "of follow are refused, under any allocation",
        "allocation: direct\npools: [{ name: c, method: even }, { name: a, method: follow, of: [c, b] }, { name: b, method: follow, of: [a] }]",
        "pools[1]: pools follow each other in a loop: a -> b -> a",
      ],
      [
        "of a pool that follows itself are refused",
        "pools: [{ name: a, method: follow, of: [a] }]",
        "pools[0]: pools follow each other in a loop: a -> a",
      ],
      [
        "of even and fixed pools that reach no team are refused, under any allocation",
        'allocation: reciprocal\npools: [{ name: a, method: even, to: ["pool:b"] }, { name: b, method: even, to: ["pool:c"] }, { name: c, method: fixed, shares: { "pool:b": 1, t: 0 } }]',
        "pools[1]: pools hand money round without reaching a team: b -> c -> b",
      ],
      [
        "that a follower closes are refused",
        'pools: [{ name: a, method: even, to: ["pool:b"] }, { name: b, method: follow, of: [a] }]',
        "pools[0]: pools hand money round without reaching a team: a -> b -> a",
      ],
      [
        "that reach a team at last are fine",
        'pools: [{ name: a, method: even, to: ["pool:b"] }, { name: b, method: fixed, shares: { "pool:a": 0.9, t: 0.1 } }]',
      ],
      [
        "through a pool divided by usage are fine",
        'pools: [{ name: a, method: even, to: ["pool:b"] }, { name: b, method: usage, metric: { x: 1 } }]',
      ],
    ],
  ],
  environments: [
    checkEnvironments,
    [
      [
        "that accounts establish must be listed by the tag",
        'enforcement: { environments: { stagin: { accounts: ["1"] } } }',
        'enforcement.environments: "stagin" is not a value of ml-environment: did you mean "staging"?',
      ],
      [
        "of production that the tag does not list are warned of, also by default",
        "tags: { ml-team: {}, ml-project: {}, ml-workload-type: {}, ml-environment: { values: [dev, live] }, ml-experiment-id: {} }",
        'warning enforcement.production[0]: "prod" is not a value of ml-environment: expected one of dev, live',
      ],
      [
        "are free where the tag lists none",
        "tags: { ml-team: {}, ml-project: {}, ml-workload-type: {}, ml-environment: {}, ml-experiment-id: {} }\nenforcement: { environments: { x: {} } }",
      ],
    ],
  ],
  "time zones": [
    checkTimeZone,
    [
      ["are known by name", "reports: { timeZone: America/Argentina/Buenos_Aires }"],
      [
        "that are mistyped are refused",
        "reports: { timeZone: Europe/Berln }",
        'reports.timeZone: got "Europe/Berln", expected a time zone such as Europe/Berlin: did you mean "Europe/Berlin"?',
      ],
      [
        "that are offsets are refused",
        'reports: { timeZone: "+02:00" }',
        'reports.timeZone: got "+02:00", expected a time zone such as Europe/Berlin',
      ],
    ],
  ],
};

test("every check is asked of every configuration", () => {
  expect(CHECKS).toEqual(Object.values(CASES).map(([check]) => check));
});

describe.each(Object.entries(CASES))("%s", (_, [check, cases]) => {
  test.each(cases)("%s", (_name, text, ...problems) => {
    const config = z.parse(definition, { version: 1, ...parse(text) });

    expect(check(config).map(shown)).toEqual(problems);
  });
});

function shown({ path, message, severity = "error" }: Flaw): string {
  return `${severity === "warning" ? "warning " : ""}${pathText(path)}: ${message}`;
}
