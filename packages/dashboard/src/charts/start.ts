import type { Draw, Drawing, Pointed } from "./drawing.ts";
import type { Placed } from "./hint-box.tsx";

/** What a chart shows at the moment, and whom it tells of what. */
export interface Subject {
  readonly draw: Draw;
  onDrawn(drawing: Drawing): void;
  onPoint(placed: Placed | null): void;
  onPick(pointed: Pointed): void;
}

/** A chart that has been started. */
export interface Started {
  /** Draws again what is to be shown now. */
  redraw(): void;
  stop(): void;
}

/** Loads the library and draws into an element, again whenever its width changes. */
export async function startDrawing(element: HTMLElement, subject: () => Subject): Promise<Started> {
  const { startChart } = await import("./echarts.ts");
  const chart = startChart(element);
  // The library measures texts itself, so it must know the very font.
  const { fontFamily } = getComputedStyle(element);
  let drawing: Drawing | null = null;
  const redraw = () => {
    const width = element.clientWidth;
    if (width === 0) return;
    drawing = subject().draw(width);
    chart.resize({ width, height: drawing.height });
    chart.setOption({ ...drawing.option, textStyle: { fontFamily } }, { notMerge: true });
    scalable(element, width, drawing.height);
    subject().onDrawn(drawing);
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(element);
  chart.on("mousemove", (pointed) => {
    const hint = drawing?.hintOf(pointed) ?? null;
    const { offsetX: x = 0, offsetY: y = 0 } = pointed.event ?? {};
    subject().onPoint(hint === null ? null : { hint, x, y, leftwards: x > element.clientWidth / 2 });
  });
  chart.on("mouseout", () => subject().onPoint(null));
  chart.on("click", (pointed) => subject().onPick(pointed));
  return {
    redraw,
    stop() {
      observer.disconnect();
      chart.dispose();
    },
  };
}

// On paper the picture takes the width of the paper, which nobody tells a script.
function scalable(element: HTMLElement, width: number, height: number): void {
  element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
}
