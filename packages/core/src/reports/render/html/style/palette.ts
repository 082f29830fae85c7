/** How a part of a chart is painted: its stripes, its text, and an edge that stands out from the page. */
export interface Paint {
  readonly fill: string;
  readonly ink: string;
  readonly edge: string;
  readonly stripe?: string;
}

/** The page's own colours and the paint of each look, once by day and once by night. */
export interface Palette {
  readonly page: Readonly<
    Record<"ground" | "surface" | "ink" | "muted" | "line" | "accent" | "good" | "bad", string>
  >;
  readonly looks: Readonly<Record<string, Paint>>;
}

const paint = (fill: string, ink: string, edge: string, stripe?: string): Paint =>
  stripe === undefined ? { fill, ink, edge } : { fill, ink, edge, stripe };

// Blue against orange, with steps of lightness between neighbours, reads alike for every kind of colour vision.
/** Colours on light ground. */
export const DAY: Palette = {
  page: {
    ground: "#f7f8f9",
    surface: "#ffffff",
    ink: "#1b2430",
    muted: "#556270",
    line: "#dfe3e8",
    accent: "#1d5c9c",
    good: "#0b6e55",
    bad: "#a3262f",
  },
  looks: {
    bill: paint("#2b3644", "#ffffff", "#2b3644"),
    plain: paint("#ffffff", "#1b2430", "#6d7986"),
    direct: paint("#2a68a8", "#ffffff", "#2a68a8"),
    shared: paint("#f8e4c3", "#3d2600", "#b0741c", "#e8b56c"),
    unallocated: paint("#f5d9e0", "#4a0f22", "#a8506a", "#e3aab8"),
    excluded: paint("#eef0f3", "#333e49", "#7b8794", "#d0d6dc"),
    "project-1": paint("#123f73", "#ffffff", "#123f73"),
    "project-2": paint("#1f5c9c", "#ffffff", "#1f5c9c"),
    "project-3": paint("#3573b6", "#ffffff", "#3573b6"),
    "project-4": paint("#78add9", "#0c2340", "#3f78ad"),
    "project-5": paint("#a5cbea", "#0c2340", "#3f78ad"),
    "project-6": paint("#c6dff3", "#0c2340", "#3f78ad"),
    "project-7": paint("#e0edf8", "#0c2340", "#3f78ad"),
    "workload-1": paint("#0b6e55", "#ffffff", "#0b6e55"),
    "workload-2": paint("#dcafca", "#33122a", "#a0628a"),
    "workload-3": paint("#4a4a94", "#ffffff", "#4a4a94"),
    "workload-4": paint("#ebe08a", "#352f00", "#8f8320"),
    "workload-5": paint("#9bd5c7", "#06332a", "#2f8a76"),
    others: paint("#ccd3da", "#27313c", "#7b8794"),
    nothing: paint("#ffffff", "#27313c", "#7b8794"),
  },
};

/** Colours on dark ground. */
export const NIGHT: Palette = {
  page: {
    ground: "#11151a",
    surface: "#191f26",
    ink: "#e8ecf0",
    muted: "#a3afbc",
    line: "#2f3843",
    accent: "#8cc0f2",
    good: "#6fd0b2",
    bad: "#ff9ba3",
  },
  looks: {
    bill: paint("#d5dce4", "#141a21", "#d5dce4"),
    plain: paint("#191f26", "#e8ecf0", "#8793a0"),
    direct: paint("#5c9cd8", "#071a2e", "#5c9cd8"),
    shared: paint("#5a3d10", "#ffeccb", "#d3a052", "#8c6220"),
    unallocated: paint("#5a2234", "#ffe3ea", "#cc7f96", "#7c3a4f"),
    excluded: paint("#2c343e", "#dde4ea", "#8793a0", "#47525f"),
    "project-1": paint("#b4d8f7", "#0a2038", "#b4d8f7"),
    "project-2": paint("#86bcec", "#0a2038", "#86bcec"),
    "project-3": paint("#5c9cd8", "#071a2e", "#5c9cd8"),
    "project-4": paint("#2f6fb0", "#ffffff", "#5c9cd8"),
    "project-5": paint("#27609b", "#ffffff", "#5c9cd8"),
    "project-6": paint("#214f80", "#ffffff", "#5c9cd8"),
    "project-7": paint("#1d4067", "#ffffff", "#5c9cd8"),
    "workload-1": paint("#3fb795", "#04231b", "#3fb795"),
    "workload-2": paint("#d7a3c2", "#33122a", "#d7a3c2"),
    "workload-3": paint("#6464bd", "#ffffff", "#8c8ce0"),
    "workload-4": paint("#e0d05a", "#2e2900", "#e0d05a"),
    "workload-5": paint("#24685a", "#ffffff", "#4fae9a"),
    others: paint("#56616e", "#ffffff", "#98a4b0"),
    nothing: paint("#191f26", "#e8ecf0", "#8793a0"),
  },
};
