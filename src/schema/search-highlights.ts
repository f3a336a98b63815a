import { builder } from '../builder.ts';
import type { TextFragment } from '../domain/text-fragments.ts';
import type { SearchHighlight as SearchHighlightShape } from '../loaders/search/highlights.ts';

const SearchField = builder.enumType('SearchField', {
  description: 'Where in a result a search matched.',
  values: {
    TITLE: { description: 'Its title, or its name.' },
    SUBTITLE: { description: 'What stands beneath its title.' },
    TAGS: { description: 'The names of its tags.' },
    CATEGORIES: { description: 'The names of its categories.' },
    AUTHORS: { description: 'The names of its authors or speakers.' },
    HEADINGS: { description: 'The headings of its body; of a series, the titles of parts to come.' },
    DESCRIPTION: { description: 'Its description; of an author, what they do and their biography.' },
    BODY: { description: 'The text of its body.' },
  },
});

const TextMatch = builder.objectRef<{ readonly start: number; readonly end: number }>('TextMatch').implement({
  description:
    'A piece of a text, in UTF-16 code units from its start: text.slice(start, end) in JavaScript.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Its first unit, counted from 0.' }),
    end: t.exposeInt('end', { description: 'The unit behind its last one.' }),
  }),
});

const TextFragmentRef = builder.objectRef<TextFragment>('TextFragment').implement({
  description: 'A piece of a text, without any markup, and where the query matched in it.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'One line, cut between words; "…" stands where the text goes on.',
    }),
    matches: t.field({
      type: [TextMatch],
      description: 'What matched, in the order of the text, without overlap.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ matches }) => [...matches],
    }),
  }),
});

export const SearchHighlight = builder.objectRef<SearchHighlightShape>('SearchHighlight').implement({
  description: 'How one field of a result matched.',
  fields: (t) => ({
    field: t.expose('field', { type: SearchField, description: 'Which field.' }),
    fragments: t.field({
      type: [TextFragmentRef],
      description: 'The pieces that show it best, the best first; 3 at most.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ fragments }) => [...fragments],
    }),
  }),
});
