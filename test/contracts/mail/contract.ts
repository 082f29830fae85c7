import { storesIn } from "@tagledger/adapters/ledger/stores";
import type { AddressRecord, MailRecord } from "@tagledger/core/ledger/mail";
import type { MailRecords } from "@tagledger/core/ports/mail";
import { describe, expect, test } from "vitest";
import type { WithStore } from "../stores/with-store.ts";

const AT = Date.UTC(2026, 9, 3);

function made(more: Partial<MailRecord> = {}): MailRecord {
  return {
    id: "8c7e",
    period: "2026-09",
    basis: "effective",
    snapshot: "5f0c",
    team: "größe #1",
    state: "draft",
    figures: ["1.00", "#2"],
    status: "sending",
    at: AT,
    until: AT + 1,
    attempts: 1,
    to: ["ann@example.com"],
    left: [],
    bounced: [],
    messageId: null,
    problem: null,
    expires: AT + 1_000_000,
    ...more,
  };
}

function address(name: string, kind: AddressRecord["kind"] = "bounced"): AddressRecord {
  return { address: name, kind, at: AT, why: "550 no such user", expires: AT + 1_000_000 };
}

/** What every store has to keep of mail. */
export function mailRecordsContract(name: string, withStore: WithStore): void {
  const withMail = (use: (mail: MailRecords) => Promise<void>) =>
    withStore((store) => use(storesIn(store).mail));

  describe(`${name}, of mail,`, () => {
    test("what is not known has revision 0", () =>
      withMail(async (mail) => {
        expect(await mail.mail("2026-09", "8c7e")).toEqual({ record: null, revision: 0 });
        expect(await mail.address("ann@example.com")).toEqual({ record: null, revision: 0 });
        expect([await mail.mails("2026-09"), await mail.addresses()]).toEqual([[], []]);
      }));

    test("of many that take one mail in hand at once, one does", () =>
      withMail(async (mail) => {
        const tries = Array.from({ length: 5 }, (_, attempts) =>
          mail.transact([{ kind: "mail", record: made({ attempts }), revision: 0 }]),
        );
        const done = (await Promise.all(tries)).filter((each) => each.done);
        expect(done).toHaveLength(1);
        expect(await mail.mail("2026-09", "8c7e")).toMatchObject({ revision: 1 });
      }));

    test("a record is as it was written last, by who saw the one before", () =>
      withMail(async (mail) => {
        const sent = made({ status: "sent", until: null, messageId: "m-1" });
        await mail.transact([{ kind: "mail", record: made(), revision: 0 }]);
        expect(await mail.transact([{ kind: "mail", record: sent, revision: 0 }])).toEqual({
          done: false,
          refused: [0],
        });
        await mail.transact([{ kind: "mail", record: sent, revision: 1 }]);
        expect(await mail.mail("2026-09", "8c7e")).toEqual({ record: sent, revision: 2 });
      }));

    test("all mail of a month is listed, and none of another", () =>
      withMail(async (mail) => {
        const [own, other] = [made({ id: "b" }), made({ id: "c", team: null })];
        for (const record of [own, other, made({ period: "2026-08" })])
          await mail.transact([{ kind: "mail", record, revision: 0 }]);
        const found = await mail.mails("2026-09");
        expect([...found].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([own, other]);
      }));

    test("addresses are known by name, in order", () =>
      withMail(async (mail) => {
        const all = [address("ann@example.com"), address("zoë+b@example.com", "complained")];
        for (const record of all.toReversed())
          await mail.transact([{ kind: "address", record, revision: 0 }]);
        expect(await mail.addresses()).toEqual(all);
        expect(await mail.address("ann@example.com")).toEqual({ record: all[0], revision: 1 });
      }));
  });
}
