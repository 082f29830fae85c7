import { actorOf } from "@tagledger/core/catalog/actor";
import { describe, expect, it } from "vitest";
import { RESERVATIONS, RETURNED_PLAN } from "../company/commitments.ts";
import type { Resource } from "../company/resource.ts";
import { resources } from "../company.ts";
import { instant, MONTH } from "../month.ts";
import { unreserved } from "./tag-shapes.ts";
import { changesOf, createdBy, taggingsOf, tagsAfter } from "./testing/found.ts";
import { sampleOf } from "./testing/read.ts";

const HOUR = 3_600_000;

describe.each(["1", "2026"])("the log of seed %s agrees with the bill:", (seed) => {
  const { company, events } = sampleOf(seed);
  const created = createdBy(events);
  const all = resources(company);
  const born = all.filter(({ life }) => life.from >= 0 && life.from < MONTH.seconds);
  // Disks that come with a machine have a name on the bill and none in the log.
  const unnamed = new Set(
    company.nodes.filter(({ cluster }) => cluster !== undefined).map(({ disk }) => disk.arn),
  );
  const named = born.filter(({ arn }) => !unnamed.has(arn));
  const creationsOf = ({ arn }: Pick<Resource, "arn">) =>
    created.filter(({ creation }) => creation.arn === arn);

  it("there is much to agree on", () => {
    expect(new Set(named.map(({ type }) => type))).toEqual(
      new Set([
        "ec2:instance",
        "ec2:volume",
        "sagemaker:training-job",
        "sagemaker:processing-job",
        "sagemaker:endpoint",
      ]),
    );
    expect(named.length).toBeGreaterThan(900);
  });

  it("what begins in the month was created once, there and then, by who made it", () => {
    for (const resource of named) {
      const [found, ...more] = creationsOf(resource);
      expect(more).toEqual([]);
      const { type, arn, account, region, creator, life } = resource;
      expect([found?.creation.type, found?.creation.arn]).toEqual([type, arn]);
      expect([found?.event.account, found?.event.region]).toEqual([account.id, region.code]);
      expect(found && actorOf(found.event).arn).toBe(creator);
      const late = (found?.event.at ?? 0) - instant(life.from);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(10_000);
    }
  });

  it("its billed tags follow from the request and from what was tagged within the hour", () => {
    const tagging = events.filter((event) => taggingsOf(event).length > 0);
    for (const resource of named) {
      const [found] = creationsOf(resource);
      const changes = changesOf(resource.arn, tagging);
      expect(found && tagsAfter(found, changes)).toEqual(resource.tags);
      for (const { at } of changes) expect(at - (found?.event.at ?? 0)).toBeLessThanOrEqual(HOUR);
    }
  });

  it("disks without a name come with their machines, of their size and with their tags", () => {
    const nodes = company.nodes.filter(
      ({ disk, life }) => unnamed.has(disk.arn) && born.includes(disk) && life.from >= 0,
    );
    expect(nodes.length).toBeGreaterThan(100);
    for (const node of nodes) {
      const [found] = creationsOf(node);
      const items = expect.arrayContaining([
        {
          resourceType: "volume",
          tags: Object.entries(unreserved(node.disk.tags)).map(([key, value]) => ({ key, value })),
        },
      ]);
      expect(found?.event.requestParameters).toMatchObject({
        blockDeviceMapping: { items: [{ ebs: { volumeSize: node.disk.gib } }] },
        tagSpecificationSet: { items },
      });
    }
  });

  it("what is older was not created in the month", () => {
    for (const resource of all.filter(({ life }) => life.from < 0)) expect(creationsOf(resource)).toEqual([]);
  });

  it("machines that end in the month were terminated when they did", () => {
    const ended = company.nodes.filter(({ life }) => life.until > 0 && life.until < MONTH.seconds);
    const calls = events.filter(({ eventName }) => eventName === "TerminateInstances");
    for (const { billedId, life } of ended) {
      const ends = calls.filter(({ requestParameters }) =>
        JSON.stringify(requestParameters).includes(billedId),
      );
      expect(ends).toHaveLength(1);
      expect(Math.abs((ends[0]?.at ?? 0) - instant(life.until))).toBeLessThan(10_000);
    }
    expect(
      calls.flatMap(({ requestParameters }) => JSON.stringify(requestParameters).match(/"i-/g)),
    ).toHaveLength(ended.length);
  });

  it("notebooks ran from a start to a stop", () => {
    const count = (name: string) => events.filter(({ eventName }) => eventName === name).length;
    const spans = company.notebooks.flatMap(({ running }) => running);
    expect(count("StartNotebookInstance")).toBe(spans.filter(({ from }) => from > 0).length);
    expect(count("StopNotebookInstance")).toBe(spans.filter(({ until }) => until < MONTH.seconds).length);
  });

  it("what was bought for a year was bought when the bill says", () => {
    const at = (arn: string) => creationsOf({ arn }).map(({ event }) => Math.floor(event.at / HOUR));
    const { id, account, bought } = RETURNED_PLAN;
    const plan = `arn:aws:savingsplans::${account.id}:savingsplan/${id}`;
    expect(at(plan)).toEqual([instant(bought.from) / HOUR]);
    const { arn, term } = RESERVATIONS.cache;
    expect(at(arn)).toEqual([instant(term.from) / HOUR]);
  });

  it("every creation is in the account that its ARN names", () => {
    for (const { event, creation } of created) {
      const [, , , , account] = creation.arn?.split(":") ?? [];
      if (account) expect(account).toBe(event.account);
    }
  });

  it("every call is of the month, and in the account of who made it", () => {
    for (const event of events) {
      expect(event.at).toBeGreaterThanOrEqual(instant(0));
      expect(event.at).toBeLessThan(instant(MONTH.seconds));
      expect([event.account, null]).toContain(actorOf(event).accountId);
    }
  });

  it("all that is tagged was created in the month, or is on the bill", () => {
    const known = new Set([...all.map(({ arn }) => arn), ...created.map(({ creation }) => creation.arn)]);
    for (const event of events) {
      for (const { resources: tagged } of taggingsOf(event)) {
        for (const { arn, implied } of tagged) expect(known).toContain(arn ?? implied?.arn);
      }
    }
  });
});
