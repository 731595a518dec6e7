import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,adapters,rules,drizzle,test}/**/*.test.ts"],
    globalSetup: ["test/database.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file opens databases of its own; more at once would only take turns on the processor.
    maxWorkers: 2,
  },
});
