import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { arnFacts } from "@tagledger/core/catalog/arn";
import type { Tagging } from "@tagledger/core/ports";
import { afterEach, describe, expect, test } from "vitest";
import { type Answer, type Asked, type Service, startService } from "./local/service.ts";

const PLACE = { account: "111122223333", region: "eu-central-1" };
const OURS = { set: { "ml-team": "vision" }, remove: ["ml-tema"] };
const JSON_TYPE = "application/x-amz-json-1.1";

let service: Service;

afterEach(() => service?.stop());

async function write(
  arns: readonly string[],
  answer: (asked: Asked) => Answer,
  change: Omit<Tagging, "target"> = OURS,
) {
  service = await startService(answer);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const clients = awsClients({ ...PLACE, endpoint: service.endpoint, credentials });
  const tagger = awsTagger({ clientsFor: () => clients, places: [PLACE] });
  const taggings = arns.map((arn) => ({
    target: { resource: arn, arn, ...arnFacts(arn), ...PLACE },
    ...change,
  }));
  return tagger.write(taggings);
}

describe("the Tagging API", () => {
  const projects = Array.from(
    { length: 45 },
    (_, place) => `arn:aws:codebuild:eu-central-1:111122223333:project/p-${place}`,
  );

  test("is asked for twenty at a time, and says of each what failed", async () => {
    const failures: Readonly<Record<string, object>> = {
      "p-3": {
        StatusCode: 400,
        ErrorCode: "InvalidParameterException",
        ErrorMessage: "The tag key is invalid",
      },
      "p-21": { StatusCode: 400, ErrorCode: "ThrottlingException", ErrorMessage: "Rate exceeded" },
      "p-22": { StatusCode: 403, ErrorCode: "AccessDeniedException", ErrorMessage: "no policy allows it" },
      "p-40": { StatusCode: 404, ErrorCode: "ResourceNotFoundException", ErrorMessage: "it is not there" },
      "p-44": { StatusCode: 500, ErrorCode: "InternalServiceException", ErrorMessage: "try again" },
    };
    const asked: string[] = [];
    const written = await write(projects, ({ headers, body }) => {
      const { ResourceARNList: arns } = JSON.parse(body) as { ResourceARNList: string[] };
      const [, call] = `${headers["x-amz-target"]}`.split(".");
      asked.push(`${call} ${arns.length}`);
      const failed = arns.flatMap((arn) => {
        const failure = failures[arn.slice(arn.indexOf("/") + 1)];
        return failure === undefined ? [] : [[arn, failure]];
      });
      return { type: JSON_TYPE, body: JSON.stringify({ FailedResourcesMap: Object.fromEntries(failed) }) };
    });
    expect(written.flatMap((each, place) => (each === null ? [] : [[place, each]]))).toEqual([
      [3, { refused: "unsupported", message: "tag:TagResources: The tag key is invalid" }],
      [21, { refused: "throttled", message: "tag:TagResources: Rate exceeded" }],
      [22, { refused: "denied", message: "tag:TagResources: no policy allows it" }],
      [40, { refused: "gone", message: "tag:TagResources: it is not there" }],
      [44, { refused: "failed", message: "tag:TagResources: try again" }],
    ]);
    expect(asked).toEqual([
      ...["TagResources 20", "TagResources 20", "TagResources 5"],
      ...["UntagResources 20", "UntagResources 20"],
    ]);
  });

  test("that is busy with one batch has written the others", async () => {
    const written = await write(
      projects,
      ({ body }) => {
        if (!body.includes("p-25")) return { type: JSON_TYPE, body: "{}" };
        return {
          status: 400,
          type: JSON_TYPE,
          body: JSON.stringify({ __type: "ThrottledException", message: "later" }),
        };
      },
      { set: OURS.set, remove: [] },
    );
    const throttled = written.flatMap((each, place) => (each?.refused === "throttled" ? [place] : []));
    expect(throttled).toEqual(Array.from({ length: 20 }, (_, place) => 20 + place));
    expect(written.filter((each) => each === null)).toHaveLength(25);
  });
});

describe("EC2", () => {
  const instances = Array.from({ length: 60 }, (_, place) => `i-${place}`);
  const arns = instances.map((id) => `arn:aws:ec2:eu-central-1:111122223333:instance/${id}`);

  /** Writes all or nothing, as EC2 does, and refuses calls about some ids. */
  function ec2(errors: Readonly<Record<string, string>>) {
    const carried = new Map<string, string[]>();
    const answer = ({ body }: Asked): Answer => {
      const given = new URLSearchParams(body);
      const valuesOf = (name: RegExp) =>
        [...given].filter(([key]) => name.test(key)).map(([, value]) => value);
      const ids = valuesOf(/^ResourceId\./);
      const code = ids.map((id) => errors[id]).find((error) => error !== undefined);
      if (code !== undefined) {
        const error = `<Error><Code>${code}</Code><Message>${code} of one</Message></Error>`;
        return { status: 400, type: "text/xml", body: `<Response><Errors>${error}</Errors></Response>` };
      }
      if (given.get("Action") === "CreateTags")
        for (const id of ids) carried.set(id, valuesOf(/^Tag\.\d+\.Key$/));
      return { type: "text/xml", body: "<CreateTagsResponse><return>true</return></CreateTagsResponse>" };
    };
    return { carried, answer };
  }

  test("tags all others where one instance is unknown, one has too many tags, and one is not ours to tag", async () => {
    const { carried, answer } = ec2({
      "i-5": "InvalidInstanceID.NotFound",
      "i-33": "TagLimitExceeded",
      "i-59": "UnauthorizedOperation",
    });
    const written = await write(arns, answer);
    expect(written.flatMap((each, place) => (each === null ? [] : [[place, each.refused]]))).toEqual([
      [5, "gone"],
      [33, "unsupported"],
      [59, "denied"],
    ]);
    expect([...carried.keys()].sort()).toEqual(instances.filter((id) => !/^i-(5|33|59)$/.test(id)).sort());
  });

  test("that is busy has tagged nothing, and says so of each", async () => {
    const { carried, answer } = ec2({ "i-0": "RequestLimitExceeded" });
    const written = await write(arns, answer);
    expect(written.map((each) => each?.refused)).toEqual(arns.map(() => "throttled"));
    expect(carried.size).toBe(0);
  });
});
