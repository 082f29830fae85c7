import type { Service } from "../row.ts";

/** The sign-in pages. */
export const signin: Service = {
  source: "signin.amazonaws.com",
  creations: [],
  others: [
    "ConsoleLogin",
    "CheckMfa",
    "SwitchRole",
    "ExitRole",
    "RenewRole",
    "PasswordRecoveryRequested",
    "PasswordRecoveryCompleted",
    "EmailUpdated",
    "UserAuthentication",
    "CredentialVerification",
    "CredentialChallenge",
    "Federate",
    "Authenticate",
    "Logout",
  ],
};
