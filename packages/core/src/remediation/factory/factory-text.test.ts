import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Controller } from "../../catalog/type-facts.ts";
import type { FactoryTag } from "./asked.ts";
import { factoryText } from "./factory-text.ts";
import { GENERAL, UNKNOWN } from "./general.ts";

const INSTANCE = {
  type: "ec2:instance",
  id: "i-0123456789abcdef0",
  arn: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0",
  region: "eu-central-1",
};
const TAGS = [
  { key: "ml-team", value: "vision" },
  { key: "ml-project", value: null },
];

/** All that there are: one that is missing here, or that no longer is, does not compile. */
const CONTROLLERS = Object.keys({
  "auto-scaling": true,
  backup: true,
  batch: true,
  cloudformation: true,
  "cluster-autoscaler": true,
  crossplane: true,
  "data-lifecycle-manager": true,
  datazone: true,
  "ec2-fleet": true,
  ecs: true,
  eks: true,
  "elastic-beanstalk": true,
  emr: true,
  hyperpod: true,
  karpenter: true,
  kubernetes: true,
  parallelcluster: true,
  pcs: true,
  pulumi: true,
  ray: true,
  sagemaker: true,
  "sagemaker-project": true,
  "service-catalog": true,
  "spot-fleet": true,
  terraform: true,
} satisfies Record<Controller, true>);

function change(
  controller: string,
  name: string | null = null,
  type = "ec2:instance",
  tags: readonly FactoryTag[] = TAGS,
) {
  return factoryText({ controller, name }, { ...INSTANCE, type }, tags) ?? "";
}

describe("the owner of a controller", () => {
  test.each(CONTROLLERS)("%s is told which tags to give, and that a person must choose one", (controller) => {
    const text = change(controller, null, controller === "ecs" ? "ecs:task" : "ec2:instance");
    for (const part of ["ml-team", "vision", "ml-project"]) expect(text).toContain(part);
    expect(text).toMatch(/CHANGE_ME|\$\{ML_PROJECT:\?\}/);
    expect(text).not.toContain(UNKNOWN);
  });

  test("has nothing to do where no tag is wanted", () => {
    expect(factoryText({ controller: "eks", name: null }, INSTANCE, [])).toBeNull();
  });

  test("of something unknown is told in general", () => {
    expect(change("constructor")).toContain(UNKNOWN);
    expect(change("ray")).toContain(GENERAL.ray);
  });
});

test("an Auto Scaling group is told to hand tags on, and its launch template to tag instances and volumes", () => {
  const text = change("auto-scaling", "workers");
  expect(text).toContain(
    `aws autoscaling create-or-update-tags --tags ResourceId=workers,ResourceType=auto-scaling-group,Key=ml-team,Value=vision,PropagateAtLaunch=true ResourceId=workers,ResourceType=auto-scaling-group,Key=ml-project,Value="\${ML_PROJECT:?}",PropagateAtLaunch=true --region eu-central-1`,
  );
  for (const kind of ["instance", "volume"]) {
    expect(text).toContain(`"ResourceType":"${kind}"`);
    expect(text).toContain(`resource_type = "${kind}"`);
  }
  expect(text).toContain("propagate_at_launch = true");
});

test("what EKS makes for the cluster itself takes no tags from a node group", () => {
  expect(change("eks", "gpu")).toContain("tag_specifications");
  expect(change("eks", "gpu", "ec2:security-group")).not.toContain("tag_specifications");
});

test("instances of ECS come from an Auto Scaling group, tasks from a service", () => {
  expect(change("ecs", "ml")).toContain("PropagateAtLaunch=true");
  expect(change("ecs", "ml", "ecs:task")).toContain("--service ml --propagate-tags SERVICE");
});

test("Terraform is told to leave alone what is noted on resources", () => {
  expect(change("terraform")).toContain('ignore_tags {\n    key_prefixes = ["tagledger:"]\n  }');
});

test("EMR takes tags in a form of its own, in which not every key can be written", () => {
  expect(change("emr", "j-1")).toContain(
    `aws emr add-tags --resource-id j-1 --tags ml-team=vision ml-project="\${ML_PROJECT:?}" --region eu-central-1`,
  );
  expect(change("emr", "j-1", "ec2:instance", [{ key: "a=b", value: "c" }])).not.toContain("add-tags");
});

describe("a shell", () => {
  const team = `it's "$(echo x)" \`y\` \${z} \\`;

  test.each([
    "auto-scaling",
    "batch",
    "ec2-fleet",
    "emr",
    "sagemaker",
    "service-catalog",
    "elastic-beanstalk",
  ])("reads the lines of %s as they are meant", (controller) => {
    const lines = change(controller, "a b", "ec2:instance", [
      { key: "ml-team", value: team },
      { key: "ml-project", value: null },
    ]).split("\n");
    const words = lines.filter((line) => line.startsWith("aws ")).map(wordsOf);
    expect(words.length).toBeGreaterThan(0);
    const escaped = JSON.stringify(team);
    expect(words.flat().some((word) => word.endsWith(team) || word.includes(escaped))).toBe(true);
    for (const word of words.flat().filter((each) => /^[[{]/.test(each))) JSON.parse(word);
  });

  test("refuses a line whose values nobody chose", () => {
    const [line = ""] = change("emr", "j-1")
      .split("\n")
      .filter((each) => each.startsWith("aws "));
    expect(spawnSync("sh", ["-c", `aws() { :; }; ${line}`], { env: {} }).status).not.toBe(0);
  });
});

/** The words that a shell hands to a command. */
function wordsOf(line: string): readonly string[] {
  const variables = [...line.matchAll(/\$\{([A-Z_]+):\?\}/g)].map(
    ([, name = ""]) => [name, "chosen"] as const,
  );
  const script = `aws() { printf '%s\\0' "$@"; }; ${line}`;
  const { stdout, status } = spawnSync("sh", ["-c", script], { env: Object.fromEntries(variables) });
  expect(status).toBe(0);
  return stdout.toString().split("\0");
}
