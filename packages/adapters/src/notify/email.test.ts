import { expect, test } from "vitest";
import { emailChannel, type Mail } from "./email.ts";
import { makeRendered } from "./testing/make-rendered.ts";

function collecting() {
  const mails: Mail[] = [];
  const channel = emailChannel({
    from: "finops@example.com",
    mailer: { send: async (mail) => void mails.push(mail) },
  });
  return { mails, channel };
}

test("more addresses than one mail takes are told in several", async () => {
  const { mails, channel } = collecting();
  const addresses = Array.from({ length: 120 }, (_, index) => `member-${index}@example.com`);
  await channel.send(makeRendered(), addresses);
  expect(mails.map(({ to }) => to.length)).toEqual([50, 50, 20]);
  expect(mails.flatMap(({ to }) => to)).toEqual(addresses);
  expect(new Set(mails.map(({ id }) => id)).size).toBe(3);
});

test("a mail to nobody is not taken for sent", async () => {
  const { mails, channel } = collecting();
  await expect(channel.send(makeRendered(), [])).rejects.toThrow("needs an address");
  expect(mails).toEqual([]);
});
