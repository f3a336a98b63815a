/** Names of devices, which Windows opens in place of a file, whatever its extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Bytes of a name at most: file systems take 255, and what is put behind it needs room too. */
const maxBytes = 120;
/** What is no letter or number of any script, and no mark on one. */
const unsafe = /[^\p{L}\p{M}\p{N}_-]+/gu;

/**
 * A name that every file system takes and gives back the same: letters, numbers, "_" and "-" in Unicode's composed
 * form, not too long, no device of Windows; "untitled" when nothing is left.
 */
export function portableName(text: string): string {
  const safe = cutBytes(text.normalize('NFC').replace(unsafe, '-'), maxBytes).replace(/^-+|-+$/g, '');
  if (safe === '') return 'untitled';
  return devices.test(safe) ? `${safe}-` : safe;
}

/** Whether a path ("a/b.png") can be a file's on every file system as it is. */
export function isPortablePath(path: string): boolean {
  if (path !== path.normalize('NFC') || Buffer.byteLength(path) > 300) return false;
  return path.split('/').every(isPortableSegment);
}

function isPortableSegment(segment: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N}_@+=,()\[\]{}!&~ -][\p{L}\p{M}\p{N}_@+=,()\[\]{}!&~. -]*$/u.test(segment) &&
    !/^ |[. ]$/.test(segment) &&
    !devices.test(segment) &&
    Buffer.byteLength(segment) <= 200
  );
}

/** How file systems that ignore case, or the form of accents, know a path. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** At most so many bytes of a text, cut between two characters. */
function cutBytes(text: string, most: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    end += character.length;
  }
  return text.slice(0, end);
}
