import { array, assert, constantFrom, oneof, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { hclText } from "../syntax/hcl.ts";
import { scriptText } from "../syntax/typescript.ts";
import { yamlText } from "../syntax/yaml.ts";
import { hclTags, scriptTags, yamlTagList, yamlTags } from "./lines.ts";

const tricks = constantFrom(
  ...`\${ $\${ %{ %%{ $ % { } " ' \\ \n \r \u2028 \u0085 \ufeff \ud800 # : - \${~ 😀`.split(" "),
);
const value = array(oneof(tricks, string({ unit: "binary", maxLength: 4 })), { maxLength: 8 }).map((parts) =>
  parts.join(""),
);

/** How Terraform reads a text in quotes, by the specification of HCL; null where it would end or compute something. */
function readHcl(text: string): string | null {
  if (!/^".*"$/su.test(text)) return null;
  let read = "";
  let rest = text.slice(1, -1);
  while (rest !== "") {
    const [all, unicode, wide, escaped, template, plain] =
      /^(?:\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\([nrt"\\])|([$%])\4\{|([^"\\\n\r]))/u.exec(rest) ?? [];
    if (all === undefined || /^[$%]\{/.test(rest)) return null;
    const code = unicode ?? wide;
    if (code !== undefined) read += String.fromCodePoint(Number.parseInt(code, 16));
    else if (template !== undefined) read += `${template}{`;
    else read += escaped ?? plain ?? "";
    rest = rest.slice(all.length);
  }
  return read;
}

describe("a value, whatever is in it", () => {
  test("is itself in YAML", () =>
    assert(
      property(value, (text) => {
        expect(parse(yamlText(text))).toBe(text);
      }),
    ));

  test("is itself in JSON and in scripts", () =>
    assert(
      property(value, (text) => {
        expect(JSON.parse(scriptText(text))).toBe(text);
        expect(scriptText(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    ));

  test("is itself in HCL", () =>
    assert(
      property(value, (text) => {
        expect(readHcl(hclText(text))).toBe(text);
      }),
    ));

  test("does not become part of HCL", () => {
    expect(hclText(`\${var.x} %{if} $5 100%`)).toBe(`"$\${var.x} %%{if} $5 100%"`);
    expect(readHcl(`"\${var.x}"`)).toBeNull();
    expect(readHcl('"a" + "b"')).toBeNull();
  });
});

describe("tags, whatever is in them", () => {
  const tags = array(tuple(value, value), { minLength: 1, maxLength: 4 }).map((pairs) =>
    [...new Map(pairs)].map(([key, text]) => ({ key, value: text })),
  );

  test("are a map and a list of YAML", () =>
    assert(
      property(tags, (all) => {
        expect(parse(`tags:\n${yamlTags(all, 2)}`, { maxAliasCount: 0 })).toEqual({
          tags: Object.fromEntries(all.map((tag) => [tag.key, tag.value])),
        });
        expect(parse(yamlTagList(all, 4))).toEqual(all.map((tag) => ({ Key: tag.key, Value: tag.value })));
      }),
    ));

  test("make one line each", () =>
    assert(
      property(tags, (all) => {
        const written = [hclTags(all, 2), yamlTags(all, 2), scriptTags(all, 2, (k, v) => `${k}: ${v}`, "//")];
        for (const text of written) expect(text.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(all.length);
      }),
    ));
});

test("a value that a person must choose is a placeholder that says so", () => {
  const tags = [{ key: "ml-project", value: null }];
  expect(hclTags(tags, 0)).toBe('"ml-project" = "CHANGE_ME" # a person must choose this value');
  expect(parse(yamlTags(tags, 0))).toEqual({ "ml-project": "CHANGE_ME" });
});
