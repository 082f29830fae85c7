import { render } from "preact";
import { problemOf } from "./api/use-answer.ts";
import { App } from "./app.tsx";
import { finishSigningIn } from "./auth/sign-in.ts";

const trouble = await finishSigningIn().then(
  () => null,
  (error: unknown) => problemOf(error).detail,
);
const place = document.getElementById("app");
if (place !== null) render(<App trouble={trouble} />, place);
