import { asWebUrl } from '../../fields/values.ts';
import { htmlLine } from '../../text/html-line.ts';
import { metaValue, type WxrItem } from '../export/wxr-item.ts';
import { withoutMails } from '../../people/mail-addresses.ts';

/** A profile of Co-Authors Plus. */
export interface GuestAuthor {
  /** What its page is called. */
  readonly page: string;
  readonly login: string;
  /** The login of the user that it belongs to. */
  readonly account: string;
  readonly name: string;
  readonly bio: string | null;
  readonly url: string | null;
  /** Id of an attachment. */
  readonly image: string | null;
}

/** Reads an item of the type "guest-author"; its mail address is not read. */
export function guestOf(item: WxrItem): GuestAuthor {
  const field = (name: string): string => htmlLine(metaValue(item, `cap-${name}`) ?? '');
  const full = `${field('first_name')} ${field('last_name')}`.trim();
  const page = item.slug.replace(/^cap-/, '');
  return {
    page,
    login: field('user_login'),
    account: field('linked_account'),
    name: field('display_name') || htmlLine(item.title) || full || page,
    bio: withoutMails(metaValue(item, 'cap-description') ?? '') || null,
    url: asWebUrl(metaValue(item, 'cap-website') ?? undefined),
    image: metaValue(item, '_thumbnail_id'),
  };
}
