import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // By itself vitest leaves one core idle; on two cores that is half of the machine.
    maxWorkers: 2,
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['electron/**', 'shared/**'], reporter: ['text'] },
  },
});
