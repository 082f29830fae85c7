/**
 * Makes a role, as moto wants one to be there for a function; IAM is of no other use to these tests.
 *
 * @param accessKey by which moto knows whose role it is
 */
export async function makeRole(endpoint: string, name: string, accessKey = "test"): Promise<void> {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
    ],
  };
  const body = new URLSearchParams({
    Action: "CreateRole",
    Version: "2010-05-08",
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify(policy),
  });
  // Moto takes the service from what a request claims to be signed for.
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/20260901/us-east-1/iam/aws4_request`;
  const { status } = await fetch(endpoint, { method: "POST", body, headers: { authorization } });
  if (status !== 200) throw new Error(`moto made no role: ${status}`);
}
