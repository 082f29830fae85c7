import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ObjectSplitter } from "./split.ts";

/** Splits a text that arrives in pieces of a size. */
function split(text: string, size = 1 << 16) {
  const splitter = new ObjectSplitter();
  const bytes = Buffer.from(text);
  const found = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...splitter.push(bytes.subarray(at, at + size)));
  const texts = found.flatMap((each) => ("text" in each ? [each.text] : []));
  return {
    objects: texts.map((text): unknown => JSON.parse(text)),
    lines: found.map(({ line }) => line),
    problems: found.filter((each) => "problem" in each),
    end: splitter.end(),
  };
}

const RECORDS = [{ a: 1, s: '}]{["\\' }, { b: { c: [{ d: "ü\n" }] } }, {}];

describe.each([
  ["a CloudTrail file", JSON.stringify({ Records: RECORDS })],
  ["a pretty CloudTrail file", JSON.stringify({ Records: RECORDS }, null, 2)],
  [
    "a CloudTrail file with more behind its records",
    `{"Records":${JSON.stringify(RECORDS)},"x":{"y":["}"]}}\n`,
  ],
  ["a list", JSON.stringify(RECORDS)],
  ["lines", RECORDS.map((each) => JSON.stringify(each)).join("\n")],
  [
    "two CloudTrail files in one",
    `{"Records":[${JSON.stringify(RECORDS[0])}]}\n${JSON.stringify({ Records: RECORDS.slice(1) })}`,
  ],
  ["lines after a byte order mark", `\uFEFF${RECORDS.map((each) => JSON.stringify(each)).join("\r\n")}`],
])("%s", (_, text) => {
  test.each([1, 2, 3, 7, 64, 65536])("is split into its records in pieces of %i bytes", (size) => {
    expect(split(text, size)).toMatchObject({ objects: RECORDS, end: undefined });
  });
});

test("an object whose first key is another is one record", () => {
  expect(split('{"version":"0","detail":{"Records":[1]}}').objects).toEqual([
    { version: "0", detail: { Records: [1] } },
  ]);
});

test("records know their lines", () => {
  expect(split('{"Records":[\n{"a":1},\n\n{"b":\n2},{"c":3}]}').lines).toEqual([2, 4, 5]);
});

test.each([
  ['{"Records":[{"a":1},\n{"b":', [{ a: 1 }], { problem: "the file ends inside a record", line: 2 }],
  ['{"Records":[{"a":1},', [{ a: 1 }], { problem: "the file ends before its list of records does", line: 1 }],
  ['{"Records":[{"a":1}]', [{ a: 1 }], { problem: "the file ends before its list of records does", line: 1 }],
  ["", [], { problem: "the file is empty", line: 1 }],
])("of %j the records before the fault are given, and the fault is named", (text, objects, end) => {
  expect(split(text)).toMatchObject({ objects, end });
});

test.each([
  ["<html>\n<body>", [], [{ problem: "here should be records of CloudTrail as JSON objects", line: 1 }]],
  [
    '{"a":1}\nnot json\nat all\n{"b":2}',
    [{ a: 1 }, { b: 2 }],
    [{ problem: "here should be records of CloudTrail as JSON objects", line: 2 }],
  ],
  ['{"a":1}\n{"b":{"c":"x\n{"d":4}\n', [{ a: 1 }, { d: 4 }], [{ problem: "the record is cut off", line: 2 }]],
])("of %j the records around the fault are given, and the fault is named once", (text, objects, problems) => {
  for (const size of [1, 3, 1 << 16]) {
    expect(split(text, size)).toMatchObject({ objects, problems, end: undefined });
  }
});

test("what never ends is no record, and is not kept in memory", () => {
  const splitter = new ObjectSplitter();
  const chunk = Buffer.alloc(1 << 22, "x");
  splitter.push(Buffer.from('{"a":"')).next();
  for (let count = 0; count < 5; count++) splitter.push(chunk).next();
  expect([splitter.isBroken, splitter.end()]).toEqual([
    true,
    { problem: "a record of more than 16 MiB begins", line: 1 },
  ]);
});

test("any objects come back as they went in, however the bytes are cut", () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(object), fc.integer({ min: 1, max: 40 }), (objects, size) => {
      const texts = objects.map((each) => JSON.stringify(each));
      expect(split(`{"Records":[${texts.join(",")}]}`, size).objects).toEqual(
        texts.map((each) => JSON.parse(each)),
      );
    }),
  );
});
