import { OPEN_VIEWER } from "@tagledger/core/access/viewer";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { afterAll, beforeAll } from "vitest";
import { type Laptop, openLaptop } from "../ingest/laptop.ts";
import { type Answered, ask, type Question } from "./ask.ts";
import { handlerOn, makeCompany, newFolder, systemOn } from "./company.ts";
import { expectConforming } from "./conforming.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

/** A company whose September was divided, and its API, which somebody asks who sees all. */
export interface AskedCompany {
  readonly laptop: Laptop;
  readonly snapshot: Snapshot;
  system(more?: Parameters<typeof systemOn>[2]): ReturnType<typeof systemOn>;
  asked(question: Question): Promise<Answered>;
  /** The body of an answer that is as the OpenAPI document says. */
  read(question: Question, operation?: string): Promise<ReturnType<typeof JSON.parse>>;
}

/** Makes the company for the tests of a file. */
export function askedCompany(): AskedCompany {
  const { folder, remove } = newFolder();
  let begun: { readonly issuer: Issuer; readonly laptop: Laptop; readonly snapshot: Snapshot } | undefined;
  beforeAll(async () => {
    const [issuer, laptop] = [await startIssuer(), await openLaptop(folder)];
    begun = { issuer, laptop, snapshot: await makeCompany(laptop) };
  });
  afterAll(async () => {
    await begun?.laptop.close();
    await begun?.issuer.close();
    remove();
  });
  const company = () => {
    if (begun === undefined) throw new Error("nothing was begun");
    return begun;
  };
  const system: AskedCompany["system"] = (more = {}) =>
    systemOn(company().laptop, company().issuer, { authenticate: async () => OPEN_VIEWER, ...more });
  const asked: AskedCompany["asked"] = (question) => ask(handlerOn(system()), question);
  return {
    get laptop() {
      return company().laptop;
    },
    get snapshot() {
      return company().snapshot;
    },
    system,
    asked,
    async read(question, operation = "readReport") {
      const answered = await asked(question);
      expectConforming(operation, answered);
      return JSON.parse(answered.text);
    },
  };
}
