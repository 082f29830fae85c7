import { keyId } from "../ids.ts";
import type { Maker } from "../making.ts";
import { listed } from "../tag-shapes.ts";

/** A role that a service may take on. */
export const role: Maker = ({ account }, roleName) => {
  const arn = `arn:aws:iam::${account.id}:role/${roleName}`;
  const principal = '"Principal":{"Service":"sagemaker.amazonaws.com"}';
  const assumeRolePolicyDocument = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${principal},"Action":"sts:AssumeRole"}]}`;
  return {
    service: "iam",
    name: "CreateRole",
    target: roleName,
    request: (tags) => ({
      path: "/",
      roleName,
      assumeRolePolicyDocument,
      maxSessionDuration: 3600,
      ...listed(tags),
    }),
    response: {
      role: {
        path: "/",
        roleName,
        roleId: keyId("AROA", `${account.id} ${roleName}`),
        arn,
        assumeRolePolicyDocument: encodeURIComponent(assumeRolePolicyDocument),
      },
    },
  };
};
