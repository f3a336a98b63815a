/** What the marks of a template stand for, by name. */
export type TemplateValues = Readonly<Record<string, string>>;

/** Yoast and SEOPress write "%%title%%", Rank Math "%title%", All in One SEO "#post_title". */
const mark =
  /%%([a-z_]+(?:\([^()%]*\))?)%%|%([a-z_]{3,40}(?:\([^()%]*\))?)%|#(post_title|site_title|tagline|separator_sa|post_excerpt|author_name|categories|current_year)\b/gi;

/** Other names of the same. */
const sameAs: Readonly<Record<string, string>> = {
  post_title: 'title',
  sitetitle: 'sitename',
  site_title: 'sitename',
  tagline: 'sitedesc',
  separator_sa: 'sep',
  author_name: 'name',
  post_author: 'name',
  primary_category: 'category',
  _category_title: 'category',
  post_category: 'category',
};

const ends = /^[\s\-–—|·•»:/]+|[\s\-–—|·•«:/]+$/g;
const doubled = /([\-–—|·•»/])(?:\s+[\-–—|·•»/])+/g;

/**
 * A title or description that a plugin keeps, with its marks replaced; those that nothing here knows go. Null
 * when there are no words in it but for the marks: that is what every page says anyway.
 */
export function resolveTemplate(written: string, values: TemplateValues): string | null {
  if (written.replace(mark, '').replace(ends, '') === '') return null;
  if (written.search(mark) === -1) return written.replace(/\s+/g, ' ').trim();
  const text = written.replace(mark, (...found: (string | undefined)[]) => {
    const [name = ''] = (found[1] ?? found[2] ?? found[3] ?? '').toLowerCase().split('(');
    const key = Object.hasOwn(sameAs, name) ? (sameAs[name] ?? name) : name;
    return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
  });
  // A mark that went may leave the dash behind that joined it.
  return text.replace(/\s+/g, ' ').replace(doubled, '$1').replace(ends, '') || null;
}
