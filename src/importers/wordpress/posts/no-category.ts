/** What WordPress calls the category of posts that have none, in its languages. Those that also mean "general" are categories. */
const names = new Set(
  // Of Squarespace: "null - null".
  (
    'null null|uncategorized|uncategorised|unkategorisiert|nicht kategorisiert|ohne kategorie|non classé|non catégorisé|sin categoría|' +
    'sin categoria|sin categorizar|sense categoria|sen categoría|sem categoria|senza categoria|fără categorie|geen categorie|' +
    'niet gecategoriseerd|ongecategoriseerd|okategoriserad|okategoriserade|ikke kategoriseret|ukategoriseret|ukategorisert|' +
    'kategorioimaton|luokittelematon|óflokkað|määratlemata|bez kategorijas|be kategorijos|bez kategorii|nezařazené|nezařazeno|' +
    'nezaradené|nekategorizirano|nekategorizovano|nerazvrščeno|некатегоризовано|некатегоризирано|некатегоризирани|' +
    'без категория|без рубрики|без категории|без категорії|без катэгорыі|nincs kategorizálva|kategorizálatlan|' +
    'kategorilenmemiş|kategorisiz|χωρίς κατηγορία|μη κατηγοριοποιημένο|غير مصنف|غير مصنّف|دسته بندی نشده|ללא קטגוריה|' +
    '未分類|未分类|미분류|분류되지 않음|chưa phân loại|chưa được phân loại|tak berkategori|tidak dikategorikan|' +
    'ไม่มีหมวดหมู่|ไม่ได้จัดหมวดหมู่|अवर्गीकृत|kategoriarik gabe|heb gategori'
  ).split('|'),
);

/**
 * Whether a category is the one that WordPress files a post under that is filed under nothing. Its name says so, not
 * its slug: that stays when somebody gives it a name and a meaning of its own.
 */
export function isNoCategory(name: string): boolean {
  // WPML writes "Uncategorized @de".
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200c-]+/g, ' ')
    .replace(/ @[a-z]{2,3}(?: [a-z]{2,4})?$/, '')
    .trim();
  return names.has(plain);
}
