import { describe, expect, test } from "vitest";
import { usualTags } from "./build-facts.ts";
import { typeFacts, typeFactsOf } from "./facts-of-type.ts";
import type { Row, Service } from "./row.ts";
import { services } from "./services/all.ts";
import type { RemedyClass } from "./type-facts.ts";

const typesOf = ({ type, otherwise, within = [] }: Row): string[] => [
  type,
  ...(otherwise === undefined ? [] : [otherwise.type]),
  ...within.map((facts) => facts.type),
];
const declared = services.flatMap(({ types = {} }) => Object.entries(types));
const costly = services.flatMap(({ types = {}, creations }) =>
  creations.filter(({ priority }) => priority <= 2).map(({ type }) => [type, types[type]] as const),
);
const taggable = services.flatMap(({ creations }) =>
  creations.filter((row) => row.taggable !== false).flatMap(typesOf),
);
const remedies = declared.flatMap(([type, facts]) => facts.remedies.map((remedy) => ({ type, remedy })));
const WORSE: readonly RemedyClass[] = ["reversible", "lossy", "final"];
const CALL = /^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/;

describe("what is known of types", () => {
  test.each(costly)("%s says when it takes tags and what can be done about it", (_, facts) => {
    expect(facts).toMatchObject({ readiness: expect.anything(), remedies: expect.any(Array) });
  });

  test("covers much of what costs", () => {
    expect(new Set(costly.map(([type]) => type)).size).toBeGreaterThan(100);
    expect(remedies.length).toBeGreaterThan(70);
  });

  test("is about types that a row of the same service creates", () => {
    for (const { source, creations, types = {} } of services) {
      const created = new Set(creations.flatMap(typesOf));
      expect(
        Object.keys(types).filter((type) => !created.has(type)),
        source,
      ).toEqual([]);
    }
  });

  test.each(declared)("%s is ready in a time that can be waited for", (_, { readiness, exists }) => {
    expect(readiness.after).toBeGreaterThanOrEqual(0);
    expect(readiness.after).toBeLessThanOrEqual(60 * 60_000);
    if (exists !== undefined) expect(exists.call).toMatch(CALL);
  });

  test.each([...new Set(taggable)])("%s has calls that read and write its tags", (type) => {
    const { read, write } = typeFacts(type).liveTags;
    expect(read.call).toMatch(CALL);
    expect(read.batch).toBeGreaterThan(0);
    expect(read.existence).toBe(read.gone.length === 0 ? "unstated" : "stated");
    for (const call of [write, write?.otherwise]) {
      if (call) expect(call).toMatchObject({ call: expect.stringMatching(CALL), batch: expect.any(Number) });
    }
  });

  test.each([
    ["ec2:instance", "ec2:DescribeTags", 200, "unstated", "ec2:CreateTags", 1000],
    ["lambda:function", "lambda:ListTags", 1, "stated", "lambda:TagResource", 1],
    ["dynamodb:table", "dynamodb:ListTagsOfResource", 1, "stated", "dynamodb:TagResource", 1],
    ["sagemaker:training-job", "sagemaker:ListTags", 1, "unstated", "sagemaker:AddTags", 1],
    ["elasticloadbalancing:loadbalancer", "elasticloadbalancing:DescribeTags", 20, "stated", null, 1],
    ["codebuild:project", "tag:GetResources", 100, "unstated", "tag:TagResources", 20],
  ])("%s is read by %s", (type, read, batch, existence, write, writes) => {
    const { liveTags } = typeFacts(type);
    expect(liveTags.read).toMatchObject({ call: read, batch, existence });
    expect(liveTags.write).toMatchObject({ ...(write === null ? {} : { call: write }), batch: writes });
  });

  test("tells a bucket without tags from one that is gone, and adds before it replaces", () => {
    const { read, write } = typeFacts("s3:bucket").liveTags;
    expect(read).toMatchObject({ untagged: "NoSuchTagSet", gone: ["NoSuchBucket"] });
    expect(write).toMatchObject({ merges: true, otherwise: { call: "s3:PutBucketTagging", merges: false } });
  });

  test("writes no tags where that changes a stack or the rights of a role", () => {
    for (const type of ["cloudformation:stack", "iam:role"])
      expect(typeFacts(type).liveTags.write).toBeNull();
  });
});

describe("remedies", () => {
  test.each(declared)("of %s have names of their own", (_, facts) => {
    const names = facts.remedies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("have one name for one call that destroys one thing, wherever they are offered", () => {
    const meanings = new Map<string, unknown>();
    for (const { remedy } of remedies) {
      const { name, call, undo, class: kind } = remedy;
      const meaning = { call, undo, kind };
      expect(meanings.get(name) ?? meaning, name).toEqual(meaning);
      meanings.set(name, meaning);
    }
    const calls = [...meanings.values()].map((meaning) => JSON.stringify(meaning));
    expect(new Set(calls).size).toBe(calls.length);
  });

  test.each(remedies)("$remedy.name of $type is a call of its service", ({ type, remedy }) => {
    const service = `${type.split(":", 1).join()}:`;
    expect(remedy.name).toMatch(/^[a-z0-9-]+:[a-z][a-z-]+$/);
    for (const text of [remedy.name, remedy.call, remedy.undo ?? service]) {
      expect(text.startsWith(service), text).toBe(true);
    }
    expect(remedy.call).toMatch(CALL);
    expect(remedy.note).not.toBe("");
  });

  test.each(remedies)("$remedy.name of $type can be taken back unless it is final", ({ remedy }) => {
    expect(remedy.undo === null).toBe(remedy.class === "final");
  });

  test.each(remedies)("$remedy.name of $type is final where it deletes or ends", ({ remedy }) => {
    if (/:(Delete|Terminate|Cancel|Release)/.test(remedy.call)) expect(remedy.class).toBe("final");
  });

  test.each(remedies)("$remedy.name of $type is only made worse by what may hold", ({ remedy }) => {
    for (const { class: kind } of remedy.unless ?? []) {
      expect(WORSE.indexOf(kind)).toBeGreaterThan(WORSE.indexOf(remedy.class));
    }
  });

  test("that do what they do for all the jobs of machine learning end these for good", () => {
    const jobs = remedies.filter(({ type }) => /^(sagemaker|bedrock|comprehend|batch):.*job$/.test(type));
    expect(jobs.length).toBeGreaterThan(18);
    for (const { type, remedy } of jobs) expect(remedy.class, type).toBe("final");
  });

  test.each([
    ["ec2:instance", "ec2:stop", "lossy"],
    ["ec2:instance", "ec2:isolate", "reversible"],
    ["sagemaker:notebook-instance", "sagemaker:stop-notebook", "lossy"],
    ["sagemaker:cluster", "sagemaker:scale-cluster", "lossy"],
    ["sagemaker:app", "sagemaker:delete-app", "final"],
    ["eks:nodegroup", "eks:empty-nodegroup", "lossy"],
    ["autoscaling:autoScalingGroup", "autoscaling:empty-group", "lossy"],
    ["lambda:function", "lambda:throttle", "lossy"],
    ["rds:db", "rds:stop", "lossy"],
    ["batch:job-queue", "batch:disable-queue", "reversible"],
    ["athena:workgroup", "athena:disable-workgroup", "reversible"],
    ["glue:session", "glue:stop-session", "final"],
  ])("offer %s %s, which is %s", (type, name, kind) => {
    expect(typeFacts(type).remedies).toContainEqual(expect.objectContaining({ name, class: kind }));
  });

  test.each(["s3:bucket", "ec2:volume", "ec2:natgateway", "fsx:file-system", "sagemaker:training-plan"])(
    "are none for %s",
    (type) => expect(typeFacts(type).remedies).toEqual([]),
  );
});

describe("where nothing is known of a type", () => {
  const rows: readonly Row[] = [{ event: "CreateThing", type: "shop:thing", priority: 4 }];
  const shop: Service = { source: "shop.amazonaws.com", creations: rows, liveTags: usualTags("shop") };
  const factsOf = typeFactsOf([shop]);

  test("its service says how its tags are read", () => {
    expect(factsOf("shop:thing").liveTags.read.call).toBe("shop:ListTagsForResource");
    expect(factsOf("shop:any").liveTags.read.call).toBe("shop:ListTagsForResource");
  });

  test("the general call reads its tags, and nothing is done about it", () => {
    expect(factsOf("other:thing")).toMatchObject({
      readiness: { after: 0, state: null },
      remedies: [],
      exists: null,
      controllers: [],
      liveTags: { read: { call: "tag:GetResources" } },
    });
  });
});
