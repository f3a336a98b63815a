/** How a language speaks of the parts of a series. Sources of patterns, but for the numbers. */
export interface SeriesWords {
  /** "1" to "12" and "last" by the words for them. */
  readonly numbers: Readonly<Record<string, number | 'last'>>;
  /** What begins a sentence about the post itself: "this is the second …". */
  readonly self: string;
  /** What begins one that may be about it, in a summary: "in the second part of our series we show …". */
  readonly opening: string;
  /** What says that such a sentence is about another post: "… we showed". */
  readonly past: string;
  readonly post: string;
  readonly part: string;
  readonly series: string;
  /** Joins post and series: "of our", "in the". */
  readonly of: string;
  readonly previous: string;
  readonly next: string;
  /** Begins what the series is about. */
  readonly about: string;
  /** Words before "series" that are no name of it. */
  readonly plain: string;
}

function numbered(words: string, last: string): Record<string, number | 'last'> {
  const all: Record<string, number | 'last'> = {};
  for (const [index, names] of words.split(' ').entries()) {
    for (const name of names.split('|')) all[name] = index + 1;
  }
  for (const name of last.split('|')) all[name] = 'last';
  return all;
}

/** By language subtag. A language is added by describing it. */
export const seriesWords: Readonly<Record<string, SeriesWords>> = {
  en: {
    numbers: numbered(
      'first|one|1st second|two|2nd third|three|3rd fourth|four|4th fifth|five|5th sixth|six|6th seventh|seven|7th eighth|eight|8th ninth|nine|9th tenth|ten|10th eleventh|11th twelfth|12th',
      'last|final|concluding',
    ),
    self: "this|today(?:'|’)s|here(?:'|’)s|here is|welcome to",
    opening: 'in (?:the|our|this)|(?:the|our)',
    past: 'talked|covered|discussed|explained|looked|saw|described|introduced|explored|wrote|showed|outlined|published',
    post: 'blog|posts?|parts?|articles?|instal+ments?|entry|entries|pieces?|story|stories|chapter|one|episode',
    part: 'part|pt\\.?|episode|chapter',
    series: 'series',
    of: '(?:in|of|from|for|to)\\s+(?:a|an|the|this|that|our|my|\\d+|\\w+)',
    previous: 'previous(?:ly)?|last|earlier|preceding|prior',
    next: 'next|following|upcoming',
    about:
      'on|about|covering|exploring|explaining|detailing|summarizing|dedicated to|that explains|devoted to',
    plain:
      'a|an|the|this|that|our|my|new|blog|post|short|ongoing|regular|little|multi-part|multipart|[\\w-]+-part|of|in|article|weekly|monthly|same|whole|mini|posts?',
  },
  de: {
    numbers: numbered(
      'erste[rnms]?|eins zweite[rnms]?|zwei dritte[rnms]?|drei vierte[rnms]?|vier fünfte[rnms]?|fünf sechste[rnms]?|sechs siebte[rnms]?|sieben achte[rnms]?|acht',
      'letzte[rnms]?|abschließende[rnms]?',
    ),
    self: 'dies(?:er|es|e)?|hier ist|das ist|willkommen zum',
    opening: 'im|in (?:der|dem|diesem)|der',
    past: 'hatten|haben|ging es|habe ich|wurde[n]?',
    post: 'teil|teils|beitrag|beitrags|artikel|artikels|folge|post|blogpost|blogbeitrag|text',
    part: 'teil|folge',
    series: 'serie|reihe|artikelserie|artikelreihe|blogserie|beitragsreihe|blogreihe',
    of: '(?:in|aus|zu|von)?\\s*(?:der|dieser|einer|unserer|meiner)',
    previous: 'vorherige[rnms]?|letzte[rnms]?|vorige[rnms]?|vorangegangene[rnms]?',
    next: 'nächste[rnms]?|folgende[rnms]?',
    about: 'über|zu|zum|zur',
    plain: 'der|die|dieser|diese|einer|eine|unserer|meiner|kleinen?|neuen?|mehrteiligen?',
  },
  fr: {
    numbers: numbered(
      'premiere?s?|première|premier|un|1er|1ère deuxième|second|seconde|deux|2e troisième|trois|3e quatrième|quatre|4e cinquième|cinq|5e sixième|six|6e septième|sept|7e huitième|huit|8e',
      'dernier|dernière|ultime',
    ),
    self: "ce(?:ci|t|tte|la)?|c(?:'|’)est|voici|bienvenue dans",
    opening: 'dans (?:le|la|ce|cette)|le|la',
    past: 'avons|avions|ai|avait',
    post: 'article|billet|partie|volet|épisode|post|chapitre',
    part: 'partie|épisode|volet|chapitre',
    series: 'série',
    of: "(?:de|dans)\\s+(?:la|cette|notre|ma|une)|d(?:'|’)une",
    previous: 'précédente?|dernier|dernière',
    next: 'prochaine?|suivante?',
    about: 'sur|consacrée? à|à propos de',
    plain: 'la|une|cette|notre|ma|de|petite|nouvelle|d',
  },
  es: {
    numbers: numbered(
      'primer|primera|primero|uno segundo|segunda|dos tercer|tercera|tercero|tres cuarto|cuarta|cuatro quinto|quinta|cinco sexto|sexta|seis séptimo|séptima|siete octavo|octava|ocho',
      'último|última|final',
    ),
    self: 'est[ea]|esto es|bienvenid[oa]s? a',
    opening: 'en (?:el|la|este|esta)|el|la',
    past: 'vimos|hablamos|explicamos|cubrimos|describimos',
    post: 'artículo|post|parte|entrega|entrada|capítulo|episodio',
    part: 'parte|entrega|capítulo|episodio',
    series: 'serie',
    of: '(?:de|en)\\s+(?:la|esta|nuestra|mi|una)',
    previous: 'anterior|último|última',
    next: 'siguiente|próximo|próxima',
    about: 'sobre|acerca de|dedicada a',
    plain: 'la|una|esta|nuestra|mi|de|nueva|pequeña',
  },
};
