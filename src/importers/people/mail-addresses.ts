const address = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[a-z]{2,}/i;

/** Whether a text is a mail address. */
export function isMail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

/** A name without the host of the mail address that it is. */
export function withoutMail(name: string): string {
  return isMail(name) ? name.trim().replace(/@.*$/s, '') : name;
}

/** A text without the mail addresses in it. */
export function withoutMails(text: string): string {
  return text.replace(new RegExp(`(?:mailto:)?${address.source}`, 'gi'), '').trim();
}
