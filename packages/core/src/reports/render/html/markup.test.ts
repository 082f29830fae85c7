import { expect, test } from "vitest";
import { html, write } from "./markup.ts";

test("text is escaped between tags and inside attributes", () => {
  const text = `<b> & "c" 'd'`;
  expect(write(html`<i title="${text}">${text}</i>`)).toBe(
    '<i title="&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;">&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</i>',
  );
});

test("markup stays as it is, lists are joined, null is nothing", () => {
  expect(write(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}</ul>`)).toBe(
    "<ul><li>1</li><li>2</li></ul>",
  );
});

test("control characters are made visible, so that no parser ever sees one", () => {
  expect(write(html`<p>${"a\u0000b\n"}</p>`)).toBe("<p>a\\u{0}b\\n</p>");
});
