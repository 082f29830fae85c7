import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { audit, auditLines, folder, write } from "./command.ts";
import { GOOD, LOG, log, queue } from "./log.ts";

describe("a log that is not whole", () => {
  const two = log(queue(0, "one", GOOD), queue(1, "two", GOOD));
  const zipped = gzipSync(
    log(...Array.from({ length: 2000 }, (_, n) => queue(n % 60, `q${n * 7919}`, GOOD))),
  );

  test.each([
    ["that ends inside a record", "cut.json", two.slice(0, -40), 1, "the file ends inside a record"],
    [
      "whose gzip breaks",
      "cut.json.gz",
      zipped.subarray(0, zipped.length / 2),
      100,
      "the gzip data is damaged",
    ],
    [
      "with a record that is no event",
      "odd.json",
      log({ eventID: "x" }, queue(0, "q", GOOD)),
      1,
      "eventSource is missing",
    ],
    [
      "with a line that is no JSON",
      "odd.ndjson",
      `${JSON.stringify(queue(0, "q", GOOD))}\nnot\n`,
      1,
      "odd.ndjson:2",
    ],
  ])("%s gives what came before, names the fault and exits 2", (_, name, content, least, words) => {
    const { status, stderr, lines } = auditLines(write(name, content));
    expect(status).toBe(2);
    expect(stderr).toContain(name);
    expect(stderr).toContain(words);
    expect(lines.length).toBeGreaterThanOrEqual(least);
  });

  test("gives the records before the damage, but for the last at most", () => {
    const bytes = Buffer.from(zipped);
    bytes[bytes.length - 8] = (bytes.at(-8) ?? 0) ^ 1;
    const { status, lines, stderr } = auditLines(write("crc.json.gz", bytes));
    expect([status, lines.length >= 1999]).toEqual([2, true]);
    expect(stderr).toContain("the gzip data is damaged or cut off");
  });

  test("is whole where only something else lies beside it", () => {
    write("beside/a.json", two);
    write("beside/README.txt", "Logs of September, as they came.\n");
    write(
      "beside/b.json",
      JSON.stringify({ "detail-type": "EC2 Instance State-change Notification", detail: {} }),
    );
    const { status, lines, stderr } = auditLines("beside");
    expect([status, lines.length]).toEqual([0, 2]);
    expect(stderr).toContain("README.txt:1: no record of CloudTrail");
    expect(stderr).toContain("b.json:1: no record of CloudTrail");
  });

  test("does not keep the others from being read", () => {
    write("some/a.json", two.slice(0, -40));
    write("some/b.json", log(queue(0, "b", GOOD)));
    const { status, lines } = auditLines("some");
    expect([status, lines.map(({ resources }) => resources[0].id)]).toEqual([2, ["one", "b"]]);
  });

  test.each([
    ["a folder without CloudTrail", () => join(write("bare/readme.md", "x"), "..")],
    ["a file of something else", () => write("other.json", '{"name":"x"}')],
    ["an empty file", () => write("empty.json", "")],
  ])("%s is refused", (_, path) => {
    const { status, stdout, stderr } = audit(path(), "--json");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/no CloudTrail events are here|could not be read/);
  });

  test("a path that does not exist is refused before anything is read", () => {
    const { status, stdout, stderr } = audit(LOG, "absent", "--json");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("absent: there is no such file or folder");
    expect(existsSync(join(folder, "absent"))).toBe(false);
  });
});
