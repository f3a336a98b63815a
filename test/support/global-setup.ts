import { removeOldServerTemplates, serverTemplate, serverUrl } from './server-template.ts';
import { removeOldTemplates, templateFolder, testCache } from './template.ts';

/** Run once by `node --test --test-global-setup` before any file: each then copies the template. */
export async function globalSetup(): Promise<void> {
  // What one file's process has compiled, that of the next need not: a second of each file's work.
  process.env['NODE_COMPILE_CACHE'] ??= testCache('compiled');
  removeOldTemplates();
  if (serverUrl === undefined) {
    await templateFolder();
    await templateFolder(false);
  } else {
    await removeOldServerTemplates(serverUrl);
    await serverTemplate(serverUrl);
  }
}
