import { fileURLToPath } from 'node:url';

/** The blog that a fresh clone serves. */
export const sampleFolder = fileURLToPath(new URL('../../content', import.meta.url));
