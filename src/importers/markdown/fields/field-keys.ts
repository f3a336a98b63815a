/**
 * The front-matter keys of Hugo, Jekyll, Gatsby, Astro, Docusaurus, Next, Eleventy, Zola, Hexo and dev.to,
 * by what they mean. Folded: lower case without "-", "_" and blanks, so `canonicalURL`, `canonical_url`
 * and `Canonical-Url` are one. "a.b" is the key b in the map a; every key is also looked for in `extra`
 * (Zola) and `params` (Hugo). The first one that is there counts, so the more telling ones stand first.
 */
export const fieldKeys = {
  title: ['title', 'heading'],
  subtitle: ['subtitle', 'subheading', 'subhead', 'deck', 'dek'],
  description: [
    'description',
    'desc',
    'metadescription',
    'seo.description',
    'metadata.description',
    'meta.description',
  ],
  summary: [
    'excerpt',
    'summary',
    'intro',
    'teaser',
    'abstract',
    'blurb',
    'lede',
    'standfirst',
    'snippet',
    'spoiler',
  ],
  date: [
    ...[
      'publishdate',
      'publisheddate',
      'publishedat',
      'publishedon',
      'publicationdate',
      'pubdate',
      'pubdatetime',
    ],
    ...['datepublished', 'dateposted', 'postdate', 'postedat', 'date', 'createdat', 'created', 'createddate'],
    ...['creationdate', 'datecreated'],
  ],
  updated: [
    ...['lastmod', 'lastmodified', 'lastmodifiedat', 'lastupdated', 'lastupdate', 'updated', 'updatedat'],
    ...['updateddate', 'updatedon', 'dateupdated', 'modified', 'modifiedat', 'modifieddate', 'datemodified'],
    ...['moddatetime', 'modifiedtime', 'update'],
  ],
  draft: ['draft', 'isdraft', 'wip'],
  published: ['published', 'publish', 'ispublished', 'public'],
  status: ['status', 'state', 'poststatus'],
  hidden: ['hidden', 'unlisted', 'private', 'eleventyexcludefromcollections'],
  expiry: ['expirydate', 'expires', 'expiresat', 'unpublishdate'],
  slug: ['slug'],
  excerptSeparator: ['excerptseparator'],
  permalink: ['permalink', 'url', 'path'],
  authors: [
    ...['authors', 'author', 'by', 'byline', 'writers', 'writer', 'writtenby', 'contributors', 'contributor'],
    ...['creators', 'creator', 'postedby', 'taxonomies.authors', 'taxonomies.author'],
  ],
  authorRole: ['authortitle', 'authorrole'],
  authorUrl: ['authorurl', 'authorlink'],
  authorImage: ['authorimageurl', 'authorimage', 'authoravatar', 'authorphoto'],
  authorTwitter: ['authortwitter'],
  tags: ['tags', 'tag', 'topics', 'topic', 'taxonomies.tags', 'taxonomies.tag'],
  categories: ['categories', 'category', 'taxonomies.categories', 'taxonomies.category'],
  series: ['series', 'serie', 'seriestitle', 'seriesname', 'seriesid', 'taxonomies.series'],
  part: [
    'part',
    'seriespart',
    'seriesorder',
    'seriesindex',
    'seriesnumber',
    'seriesposition',
    'seriesweight',
    'partnumber',
  ],
  seriesTotal: ['seriestotal', 'totalparts', 'seriesparts', 'seriescount'],
  aliases: [
    'aliases',
    'alias',
    'redirectfrom',
    'redirectsfrom',
    'oldurls',
    'oldurl',
    'previousurls',
    'formerly',
  ],
  redirect: ['redirect', 'redirectto', 'redirecturl', 'redirectsto'],
  canonical: [
    ...[
      'canonicalurl',
      'canonical',
      'canonicallink',
      'seo.canonical',
      'seo.canonicalurl',
      'metadata.canonical',
    ],
    ...['meta.canonical', 'originalurl', 'externalurl'],
  ],
  seoTitle: [
    ...['seotitle', 'metatitle', 'titletag', 'ogtitle', 'seo.title', 'seo.metatitle', 'metadata.title'],
    ...['meta.title', 'opengraph.title'],
  ],
  seoDescription: [
    ...['seodescription', 'metadescription', 'metadesc', 'ogdescription', 'seo.description'],
    ...['seo.metadescription', 'metadata.description', 'meta.description', 'opengraph.description'],
  ],
  shareImage: [
    ...[
      'ogimage',
      'socialimage',
      'shareimage',
      'sharingimage',
      'socialshareimage',
      'metaimage',
      'twitterimage',
    ],
    ...['seo.image', 'seo.ogimage', 'metadata.image', 'meta.image', 'opengraph.image'],
  ],
  noIndex: ['noindex', 'robotsnoindex', 'seo.noindex', 'metadata.noindex', 'meta.noindex'],
  robots: ['robots', 'metarobots', 'seo.robots', 'metadata.robots', 'meta.robots'],
  sitemap: ['sitemap', 'seo.sitemap'],
  sitemapExclude: [
    ...['sitemapexclude', 'sitemapignore', 'excludefromsitemap', 'sitemap.exclude', 'sitemap.disable'],
    ...['sitemap.ignore'],
  ],
  language: ['lang', 'language', 'locale', 'langcode', 'languagecode'],
  translationKey: ['translationkey', 'translationid', 'i18nkey', 'langref', 'ref'],
  translationOf: ['translationof', 'translates', 'originalpost'],
  cover: [
    ...['cover', 'coverimage', 'featuredimage', 'featureimage', 'featured', 'heroimage', 'hero', 'banner'],
    ...['bannerimage', 'bannerimg', 'image', 'images', 'headerimage', 'headerimg', 'leadimage', 'mainimage'],
    ...[
      'thumbnail',
      'thumb',
      'thumbnailimage',
      'indeximg',
      'topimg',
      'socialimage',
      'ogimage',
      'metaimage',
      'header',
    ],
    ...['seo.image', 'seo.ogimage', 'metadata.image', 'meta.image', 'opengraph.image'],
  ],
  coverAlt: [
    ...[
      'coveralt',
      'coverimagealt',
      'imagealt',
      'featuredimagealt',
      'featureimagealt',
      'heroalt',
      'heroimagealt',
    ],
    ...['banneralt', 'bannerimagealt', 'thumbnailalt', 'altimage', 'alttext'],
  ],
  coverCaption: [
    ...['covercaption', 'coverimagecaption', 'imagecaption', 'imagefigcaption', 'featuredimagecaption'],
    ...['featureimagecaption', 'herocaption', 'heroimagecaption', 'bannercaption'],
  ],
  related: ['related', 'relatedposts', 'relatedarticles', 'seealso', 'readnext'],
  supersededBy: ['supersededby', 'replacedby', 'obsoletedby', 'deprecatedby', 'outdatedby', 'successor'],
  layout: ['layout', 'type'],
  home: ['home'],
  kind: ['kind', 'resourcekind', 'resourcetype'],
  eventKind: ['eventkind', 'eventtype'],
  startsAt: ['startdate', 'startsat', 'starts', 'start', 'eventdate', 'publishdate', 'date'],
  endsAt: ['enddate', 'endsat', 'ends', 'end'],
  duration: ['duration', 'durationminutes', 'length', 'minutes'],
  speakers: ['speakers', 'speaker', 'presenters', 'presenter', 'hosts', 'host', 'authors', 'author', 'by'],
  link: ['url', 'link', 'href', 'externalurl'],
  registration: ['registration', 'registrationurl', 'registrationlink', 'signup', 'signupurl', 'tickets'],
  recording: ['recording', 'recordingurl', 'video', 'videourl', 'youtube'],
  download: ['download', 'downloadurl', 'pdf'],
  slides: ['slides', 'slidesurl'],
  links: ['links'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a key can mean. */
export type FieldName = keyof typeof fieldKeys;

/** Maps whose keys are looked at as if they stood at the top. */
export const transparentMaps = ['extra', 'params'] as const;

/** A key without case and word marks. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '');
}
