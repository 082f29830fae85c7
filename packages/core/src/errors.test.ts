import { describe, expect, test } from "vitest";
import { asOne, badInput, TagledgerError } from "./errors.ts";

describe("several errors as one", () => {
  const unread = badInput("a: no bill", { file: "a" });
  const other = badInput("b: cut off", { file: "b" });
  const away = new TagledgerError("outside-failure", "c: not reached", { file: "c" });

  test("tell each of them, and what another try may mend first", () => {
    expect(asOne([unread, away, other])).toMatchObject({
      code: "outside-failure",
      message: "c: not reached\na: no bill\nb: cut off",
      fields: { file: "c" },
      cause: away,
    });
  });

  test("are as the first where they are of one kind, and tell nothing twice", () => {
    expect(asOne([unread, other, badInput("a: no bill")])).toMatchObject({
      code: "bad-input",
      message: "a: no bill\nb: cut off",
      fields: { file: "a" },
    });
  });

  test("are the only one where there is no other, and nothing where there is none", () => {
    expect(asOne([unread])).toBe(unread);
    expect(asOne([])).toBeUndefined();
  });
});
