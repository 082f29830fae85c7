import { describe, expect, test } from "vitest";
import type { MessageItem } from "../message.ts";
import { makeItem, makeMessage } from "../testing/make-message.ts";
import { slackPayload } from "./slack.ts";

function payload(items: readonly MessageItem[], note: string | null = null) {
  const { text, blocks } = slackPayload(makeMessage({ items }), { note, localTime: null });
  return { text, blocks, all: blocks.map((block) => block.text.text).join("\n\n") };
}

describe("a message for Slack", () => {
  test("has a headline, the facts and what to copy", () => {
    const { text, blocks } = payload([makeItem()]);
    expect(text).toBe("Tagledger: 1 resource breaking the tag rules (vision)");
    const [head, facts, fix, exemption] = blocks.map((block) => block.text.text);
    expect(head).toBe("*Tagledger: 1 resource breaking the tag rules* (`vision`)\n2026-09-01T12:00:00Z");
    expect(facts).toContain(
      "*Tag:* `ml-team` is required, and is not there; expected: `one of fraud-detection, vision`",
    );
    expect(facts).toContain("*Cost:* 98.32 USD an hour, 1,234.51 USD so far");
    expect(fix).toMatch(/^\*To put it right:\*\n```\naws ec2 create-tags .*\n```$/);
    expect(exemption).toContain("until: 2026-10-01");
    expect(blocks).toHaveLength(4);
  });

  test("says that somebody undid a quarantine", () => {
    const { text, all } = payload([makeItem({ happened: "slipped", deadline: null })]);
    expect(text).toBe("Tagledger: 1 resource no longer quarantined, as somebody undid that (vision)");
    expect(all).toContain("*Was done, and somebody undid it:* `ec2:stop`");
  });

  test("mentions nobody", () => {
    const remarks = ["<!channel> <@U012AB3CD> <https://example.com|safe> & more"];
    expect(payload([makeItem({ remarks })]).all).toContain(
      "`&lt;!channel&gt; &lt;@U012AB3CD&gt; &lt;https://example.com|safe&gt; &amp; more`",
    );
  });

  test("does not show a code that would end its block", () => {
    const { all } = payload([makeItem({ fix: "aws x '```\n*forged*'" })]);
    expect(all).toContain("left out here");
    expect(all).not.toContain("forged");
  });

  test("shows as much of a long change as Slack takes, and says how much it left out", () => {
    const factory = Array.from({ length: 400 }, (_, index) => `line ${index} & <more>`).join("\n");
    const { blocks, all } = payload([makeItem({ factory })]);
    const shown = all.match(/^line \d+ &amp; &lt;more&gt;$/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(20);
    expect(all).toContain(`… (${400 - shown} more lines, left out here)`);
    expect(blocks).toHaveLength(5);
  });

  test("of many resources tells the dearest in full and folds the others", () => {
    const items = Array.from({ length: 60 }, (_, index) =>
      makeItem({ resource: `r-${index}`, hourly: { amount: `${index}.5`, currency: "USD" } }),
    );
    const { all } = payload(items);
    const told = all.match(/\*Resource:\* `r-/g)?.length ?? 0;
    const rest = 60 - told;
    // The sum of the cheapest, i + 0.5 for each.
    const together = ((rest * (rest - 1)) / 2 + rest / 2).toFixed(2);
    expect(all).toContain("*Resource:* `r-59`");
    expect(all).toContain(
      `*and ${rest} more, together ${together.replace(/\B(?=(\d{3})+\.)/g, ",")} USD an hour:*`,
    );
    const named = all.match(/^• `r-\d+`/gm)?.length ?? 0;
    const counted = Number(/and (\d+) that there is no room to name/.exec(all)?.[1] ?? 0);
    expect(told + named + counted).toBe(60);
  });
});
