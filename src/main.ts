#!/usr/bin/env node
// Only what every Node understands may stand above the check.
const oldest = 24;
if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `Colophon needs Node ${oldest}, this is ${process.versions.node}. "npm ci" brings it along: use "npm start" or "npx colophon …".`,
  );
  process.exit(1);
}
const { run } = await import('./commands/program.ts');
process.exitCode = await run(process.argv);
