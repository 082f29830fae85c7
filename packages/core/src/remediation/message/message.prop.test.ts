import { array, assert, constantFrom, integer, oneof, option, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../config/load.ts";
import type { View } from "../../tags/match/view.ts";
import { REASONS, type Reason } from "../../tags/reasons.ts";
import { makeSubject } from "../../tags/testing/make-subject.ts";
import { exemptions } from "../../tags/verdict/exemptions.ts";
import type { MessageItem } from "../message.ts";
import { makeItem, makeMessage, SENT } from "../testing/make-message.ts";
import { exemptionEntry } from "./exemption.ts";
import { HAPPENED } from "./happened.ts";
import { slackPayload } from "./slack.ts";
import { messageText } from "./text.ts";

const NOTHING = { note: null, localTime: null };
const tricks = constantFrom(
  ..."<!channel>|<@U012AB3CD>|<!here|x>|```|`|\n|\r\n|\u2028|\u2029|\u0085|\u000b|\u202e|&lt;|*|_|~|> x".split(
    "|",
  ),
  "\n   Resource: forged",
  "\n1. forged",
  "\n```\n*forged*",
  '"; expected: "',
);
const wild = array(oneof(tricks, string({ unit: "binary", maxLength: 6 })), { maxLength: 6 }).map((parts) =>
  parts.join(""),
);
const item = record({
  resource: wild,
  type: wild,
  account: option(wild),
  region: option(wild),
  actor: option(wild),
  happened: constantFrom(...(Object.keys(HAPPENED) as MessageItem["happened"][])),
  findings: array(
    record({
      key: wild,
      reason: constantFrom(...(Object.keys(REASONS) as Reason[])),
      actual: option(wild),
      expected: wild,
    }),
    { maxLength: 3 },
  ),
  remedy: option(wild),
  decidedBy: record({ rule: wild, configuration: wild }),
  fix: option(wild),
  factory: option(wild),
  remarks: array(wild, { maxLength: 2 }),
}).map((facts) => makeItem(facts));

/** The same with names that play no tricks, but as many lines of code. */
function tame(given: MessageItem): MessageItem {
  const plain = (text: string | null) => (text === null ? null : "x");
  const code = (text: string | null) => (text === null ? null : text.replace(/[^\n]+/g, "x"));
  return {
    ...given,
    resource: "x",
    type: "x",
    account: plain(given.account),
    region: plain(given.region),
    actor: plain(given.actor),
    findings: given.findings.map((each) => ({
      ...each,
      key: "x",
      actual: plain(each.actual),
      expected: "x",
    })),
    remedy: plain(given.remedy),
    decidedBy: { rule: "x", configuration: "x" },
    fix: code(given.fix),
    factory: code(given.factory),
    remarks: given.remarks.map(() => "x"),
  };
}

/** What a line shows by where it stands: a number, a label, or that it is code. */
function shapeOf(text: string): readonly string[] {
  return text.split("\n").map((line) => /^( {6}| {3}[^:]+:|\d+\. .*|[^ ].*|$)/.exec(line)?.[0] ?? "?");
}

describe("whatever others wrote", () => {
  test("makes no line of plain text", () =>
    assert(
      property(array(item, { minLength: 1, maxLength: 3 }), (items) => {
        const text = messageText(makeMessage({ items }), NOTHING);
        const tamed = messageText(makeMessage({ items: items.map(tame) }), NOTHING);
        expect(shapeOf(text)).toEqual(shapeOf(tamed));
        expect(text.replaceAll("\n", "")).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    ));

  test("mentions nobody in Slack, ends no code there and makes no line", () =>
    assert(
      property(array(item, { minLength: 1, maxLength: 20 }), wild, (items, team) => {
        const { text, blocks } = slackPayload(makeMessage({ items, to: { team } }), {
          ...NOTHING,
          note: team,
        });
        expect(text).not.toMatch(/[<>\n]/);
        for (const { text: block } of blocks) {
          expect(block.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
          const fences = block.text.split("```").length - 1;
          expect([0, 2]).toContain(fences);
          if (fences === 2) expect(block.text).toMatch(/^\*[^\n]+:\*\n```\n[\s\S]*\n```$/);
          // Outside of code every line begins as ours do, and every mark that opens code is closed in its line.
          else for (const line of block.text.split("\n")) expect(line).toMatch(/^(?:[^`]*`[^`]+`)*[^`]*$/);
        }
      }),
    ));

  test("stays within what Slack takes", () =>
    assert(
      property(
        array(item, { minLength: 1, maxLength: 80 }),
        integer({ min: 1, max: 400 }),
        (items, times) => {
          const long = items.map((each) => ({
            ...each,
            resource: each.resource.repeat(times),
            factory: each.factory?.repeat(times) ?? null,
            remarks: each.remarks.map((remark) => remark.repeat(times)),
          }));
          const { blocks } = slackPayload(makeMessage({ items: long }), NOTHING);
          expect(blocks.length).toBeLessThanOrEqual(50);
          for (const { text } of blocks) expect([...text.text].length).toBeLessThanOrEqual(3_000);
          expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
        },
      ),
      { numRuns: 40 },
    ));
});

test("an entry for an exemption is one that the configuration takes, and exempts this resource", () =>
  assert(
    property(
      wild.filter((text) => text !== ""),
      wild,
      (resource, team) => {
        const entry = exemptionEntry({ resource }, { to: { team }, at: SENT });
        const lines = entry.replace(/^/gm, "    ");
        const { config } = loadConfig(
          `version: 1\nenforcement:\n  exemptions:\n${lines}\n`,
          "tagledger.yaml",
        );
        const view: View = {
          subject: makeSubject({ arn: resource }),
          dimension: () => null,
          tag: () => "",
        };
        const found = exemptions(config)(view, SENT);
        expect(found?.owner).toBe(team === "" ? "CHANGE_ME" : team);
        expect(config.enforcement.exemptions[0]?.match.resource).toBe(resource);
      },
    ),
  ));
