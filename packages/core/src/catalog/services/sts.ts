import type { Service } from "../row.ts";

/** The Security Token Service, which lends identities and creates nothing. */
export const sts: Service = {
  source: "sts.amazonaws.com",
  creations: [],
  others: [
    "AssumeRole",
    "AssumeRoleWithSAML",
    "AssumeRoleWithWebIdentity",
    "AssumeRoot",
    "DecodeAuthorizationMessage",
  ],
};
