import { builder } from '../builder.ts';

export const ResourceKind = builder.enumType('ResourceKind', {
  description: 'What a resource is.',
  values: {
    WEBINAR: { description: 'A talk on the net, to come or recorded.' },
    VIDEO: { description: 'A film.' },
    EBOOK: { description: 'A book to download.' },
    REPORT: { description: 'A study or a white paper.' },
    DEMO: { description: 'Something to try.' },
    CUSTOMER_STORY: { description: 'How somebody uses the product.' },
    EVENT: { description: 'Something that takes place; see eventKind.' },
  },
});

export const EventKind = builder.enumType('EventKind', {
  description: 'What sort of event a resource is.',
  values: {
    WORKSHOP: { description: 'People learn something by doing it.' },
    MEETUP: { description: 'People meet.' },
    USER_CALL: { description: 'A call with users of the product.' },
    CONFERENCE: { description: 'A day or more of talks.' },
    OTHER: { description: 'Something else.' },
  },
});
