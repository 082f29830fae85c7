export default {
  // Relative, so that the page works under any path.
  base: "./",
  build: {
    target: ["chrome125", "firefox128", "safari18"],
    // The page forbids itself everything that is not a file of its own, data URLs included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The library of charts is one lazy chunk.
    chunkSizeWarningLimit: 700,
  },
};
