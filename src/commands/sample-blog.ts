import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The blog that a fresh clone serves. */
export const sampleFolder = fileURLToPath(new URL('../../content', import.meta.url));

/** The name of its import. */
export const sampleSource = basename(sampleFolder);
