/**
 * Loaded before each test file (package.json). `node:test` follows every promise, to tell which test an uncaught
 * error is of; to Prisma and GraphQL, which make millions, that is a sixth of all work. Unfollowed, an error that
 * nobody caught fails its file instead of its test.
 */
import hooks from 'node:async_hooks';

const { createHook } = hooks;
hooks.createHook = (callbacks) => createHook({ ...callbacks, trackPromises: false });
