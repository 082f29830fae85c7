import { test } from "vitest";
import type { Subject } from "./subject.ts";
import { company } from "./testing/make-config.ts";
import { GOOD, makeActor, makeSubject } from "./testing/make-subject.ts";
import { judge } from "./verdict/judge.ts";

const mine = judge(company());

const TAGS = [
  GOOD,
  { ...GOOD, "ml-environment": "Production" },
  { Name: "x", Owner: "ann@example.com", "aws:cloudformation:stack-name": "s" },
  {},
];

/** Resources as logs have them: few people, few kinds of mistakes, many names. */
const subjects: readonly Subject[] = Array.from({ length: 1000 }, (_, index) => {
  const role = `vision-${index % 20}`;
  return makeSubject({
    id: `i-${index}`,
    actor: makeActor({
      arn: `arn:aws:sts::444455556666:assumed-role/${role}/ann`,
      roleArn: `arn:aws:iam::444455556666:role/${role}`,
      roleName: role,
      sessionName: "ann",
    }),
    tags: { ...TAGS[index % TAGS.length], "ml-project": `project-${index % 100}` },
  });
});
const texts = subjects.map((subject) =>
  JSON.stringify({ ...subject, state: subject.state.tags, request: { filler: "x".repeat(2000) } }),
);

function parse(): void {
  for (const text of texts) JSON.parse(text);
}

function judgeAll(): void {
  for (const subject of subjects) mine.atSight(subject);
}

test("1,000 resources", { timeout: 60_000 }, async ({ bench }) => {
  await bench.compare(bench("read as JSON", parse), bench("judged at sight", judgeAll));
});
