import type { Context } from "aws-lambda";

/** What Lambda tells a function of its invocation, with so many milliseconds left each time that it asks. */
export function makeContext(left: () => number = () => 300_000): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: "tagledger",
    functionVersion: "1",
    invokedFunctionArn: "arn:aws:lambda:eu-central-1:111122223333:function:tagledger",
    memoryLimitInMB: "512",
    awsRequestId: "request-1",
    logGroupName: "/aws/lambda/tagledger",
    logStreamName: "1",
    getRemainingTimeInMillis: left,
    done() {},
    fail() {},
    succeed() {},
  };
}
