import { expect, test } from "vitest";
import { explainRoom } from "./no-room.ts";

test.each(["ENOSPC", "EDQUOT"])(
  "a full disk (%s) is told with its folder and what was to go there",
  (code) => {
    const error = Object.assign(new Error(`${code}: write`), { code, syscall: "write" });
    expect(explainRoom(error, "/tmp/scratch", 6)).toMatchObject({
      code: "outside-failure",
      message: "/tmp/scratch: there is no room for 6 bytes on this disk",
      fields: { file: "/tmp/scratch", bytes: 6 },
    });
  },
);

test("another error stays what it is", () => {
  const error = new Error("no");
  expect(explainRoom(error, "/tmp/scratch", 6)).toBe(error);
});
