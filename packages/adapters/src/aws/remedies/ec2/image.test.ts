import { afterEach, describe, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { type Answer, clientsOf, closeServices, type Received } from "../testing/service.ts";
import { image } from "./image.ts";

afterEach(closeServices);

const IMAGE = makeSought("ec2", "image/ami-1");

/** An image, which loses those whom it was shared with when it is disabled. */
class Image {
  state = "available";
  sharedWith: readonly string[];

  constructor(sharedWith: readonly string[] = []) {
    this.sharedWith = sharedWith;
  }

  answer({ call, given }: Received): Answer {
    switch (call) {
      case "DescribeImages": {
        const isAsked = given["Filter.1.Value.1"] === "ami-1" && given.IncludeDisabled === "true";
        const shown = `<item><imageId>ami-1</imageId><imageState>${this.state}</imageState></item>`;
        return `<imagesSet>${isAsked ? shown : ""}</imagesSet>`;
      }
      case "DescribeImageAttribute":
        return `<launchPermission>${this.sharedWith.map((user) => `<item><userId>${user}</userId></item>`).join("")}</launchPermission>`;
      case "DisableImage":
        this.state = "disabled";
        this.sharedWith = [];
        return "<return>true</return>";
      case "EnableImage":
        this.state = "available";
        return "<return>true</return>";
      default:
        return { error: "InvalidAction" };
    }
  }
}

describe("an image", () => {
  test("is disabled, and enabled again", async () => {
    const there = new Image();
    const clients = await clientsOf((received) => there.answer(received));
    const disable = image.remedies["ec2:disable-image"];
    expect(await image.inspect(clients, IMAGE)).toMatchObject({
      state: "available",
      conditions: { "shared-image": false },
      remedies: { "ec2:disable-image": { enabled: true } },
    });
    for (const enabled of [false, false, true]) {
      await disable?.set(clients, IMAGE, { enabled });
      expect(await image.inspect(clients, IMAGE)).toMatchObject({
        state: enabled ? "available" : "disabled",
        remedies: { "ec2:disable-image": { enabled } },
      });
    }
  });

  test("that others may launch from is seen as shared", async () => {
    const there = new Image(["222233334444"]);
    const clients = await clientsOf((received) => there.answer(received));
    expect((await image.inspect(clients, IMAGE))?.conditions).toEqual({ "shared-image": true });
  });

  test("of which we may not see whom it is shared with may be shared", async () => {
    const there = new Image();
    const clients = await clientsOf((received) =>
      received.call === "DescribeImageAttribute"
        ? { error: "UnauthorizedOperation" }
        : there.answer(received),
    );
    expect((await image.inspect(clients, IMAGE))?.conditions).toEqual({});
  });

  test("that is not listed is not there", async () => {
    const clients = await clientsOf(() => "<imagesSet/>");
    expect(await image.inspect(clients, IMAGE)).toBeNull();
  });
});
