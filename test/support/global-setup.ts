import { removeOldTemplates, templateFolder } from './template.ts';

/** Run once by `node --test --test-global-setup` before any file: each then copies the template. */
export async function globalSetup(): Promise<void> {
  removeOldTemplates();
  await templateFolder();
}
