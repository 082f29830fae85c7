import { describe, expect, test } from "vitest";
import { extract } from "../extract.ts";
import { baseName, lookup } from "../lookup.ts";
import { rowCall, taggingCall } from "../testing/row-call.ts";
import { services } from "./all.ts";

/** What calls make, and what there is but one of. */
const MADE = /^((c-1\/)?made(-1)?|default)$/;
const TAGS = { "ml-team": "vision", Name: "" };
const creations = services.flatMap((service) => service.creations.map((row) => ({ service, row })));
const taggings = services.flatMap((service) => (service.taggings ?? []).map((row) => ({ service, row })));
const endings = services.flatMap((service) => (service.endings ?? []).map((row) => ({ service, row })));
const labelled = ({ service, row }: { service: { source: string }; row: { event: string } }) =>
  `${service.source} ${row.event}`;

describe("the catalog", () => {
  test("names each service and each call of it once", () => {
    const sources = services.map(({ source }) => source);
    expect(new Set(sources).size).toBe(sources.length);
    for (const { source, creations, taggings = [], endings = [], others = [] } of services) {
      const calls = [
        ...creations.map(({ event }) => event),
        ...taggings.map(({ event }) => event),
        ...endings.map(({ event }) => event),
        ...others,
      ];
      expect(
        calls.filter((call, index) => calls.indexOf(call) !== index),
        source,
      ).toEqual([]);
    }
  });

  test("names services as CloudTrail does", () => {
    for (const { source } of services) expect(source).toMatch(/^[a-z0-9-]+\.amazonaws\.com$/);
  });

  test("marks the services that write versions behind the names of their calls", () => {
    for (const { source, versioned, creations, taggings = [], endings = [], others = [] } of services) {
      const names = [...[...creations, ...taggings, ...endings].map(({ event }) => event), ...others];
      if (names.some((name) => baseName(name) !== name)) expect(versioned, source).toBe(true);
    }
  });

  test("names types by their service", () => {
    for (const { row } of creations) expect(row.type, row.event).toMatch(/^[a-z0-9-]+:[A-Za-z0-9-]+$/);
  });

  test("finds every row by the name of its call", () => {
    for (const { service, row } of [...creations, ...taggings, ...endings]) {
      expect(lookup(service.source, row.event), row.event).toMatchObject({ row });
    }
  });
});

describe("each row of creations", () => {
  test.each(creations.map((each) => [labelled(each), each] as const))(
    "%s finds what it made",
    (_, { service, row }) => {
      const extraction = extract(rowCall(service, row, TAGS));
      if (row.taggable === false) {
        expect(extraction).toMatchObject({ outcome: "skipped", skipReason: "not-taggable" });
        return;
      }
      const expected = {
        type: row.type,
        id: row.id === undefined ? expect.stringContaining("made") : expect.stringMatching(MADE),
        arn:
          row.arn === undefined && row.template === undefined
            ? null
            : expect.stringMatching(/^arn:aws:.*(made(-1)?|default)$/),
        requestTags: row.tags === undefined || row.tags.length === 0 ? {} : TAGS,
        row,
      };
      expect(extraction).toMatchObject({ outcome: "evaluated", kind: "creation" });
      expect(extraction).toHaveProperty("creations.0", expect.objectContaining(expected));
    },
  );

  const listed = creations.filter(({ row }) => row.each !== undefined);
  test.each(listed.map((each) => [labelled(each), each] as const))(
    "%s finds three",
    (_, { service, row }) => {
      const extraction = extract(rowCall(service, row, TAGS, 3));
      expect(extraction).toMatchObject({ kind: "creation" });
      const made =
        extraction.outcome === "evaluated" && extraction.kind === "creation" ? extraction.creations : [];
      expect(made.filter(({ type }) => type === row.type).map(({ requestTags }) => requestTags)).toEqual([
        TAGS,
        TAGS,
        TAGS,
      ]);
    },
  );
});

describe("each row of tagging calls", () => {
  const arn = "arn:aws:sagemaker:eu-central-1:444455556666:endpoint/ranking";
  test.each(taggings.map((each) => [labelled(each), each] as const))(
    "%s finds what it tagged",
    (_, { service, row }) => {
      const one = { "ml-team": "vision" };
      const extraction = extract(taggingCall(service, row, arn, one));
      expect(extraction).toMatchObject({ outcome: "evaluated", kind: "tagging" });
      const found =
        extraction.outcome === "evaluated" && extraction.kind === "tagging" ? extraction.taggings : [];
      const named = row.resources.some(({ at }) => typeof at === "function")
        ? {}
        : { arn, type: "sagemaker:endpoint" };
      for (const { resources } of found) expect(resources).toMatchObject([named]);
      const expected = [
        ...(row.sets === undefined ? [] : [{ change: "set", tags: one }]),
        ...(row.removes === undefined ? [] : [{ change: "remove", keys: ["ml-team"] }]),
        ...(row.replaces === undefined
          ? []
          : [{ change: "replace", tags: row.replaces.length === 0 ? {} : one }]),
      ];
      expect(found).toHaveLength(expected.length);
      for (const each of expected) expect(found).toContainEqual(expect.objectContaining(each));
    },
  );
});
