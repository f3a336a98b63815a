/** Words are found in their other forms, in the language of what says them. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';

const db = await testDatabase();

/** Language, what is said, what is asked. */
const forms: readonly (readonly [string, string, string])[] = [
  ['en', 'They were optimizing queries', 'optimized'],
  ['de', 'Die Häuser der Stadt', 'Haus'],
  ['fr', 'Les développeurs continuaient', 'développeur'],
  ['es', 'Las canciones populares', 'cancion'],
  ['it', 'Le biblioteche comunali', 'biblioteca'],
  ['pt', 'Programadores brasileiros', 'programador'],
  ['nl', 'De fietsen stonden buiten', 'fiets'],
  ['sv', 'Flickornas cyklar', 'flickorna'],
  ['da', 'Hundene løber', 'hund'],
  ['nb', 'Bøkene ligger', 'boken'],
  ['fi', 'Taloissa asutaan', 'talossa'],
  ['hu', 'A könyvek régiek', 'könyv'],
  ['ru', 'Новые русские книги', 'русская'],
  ['tr', 'Evlerde yaşıyorlar', 'evler'],
  ['ro', 'Copiilor le place', 'copiii'],
  ['ca', 'Les finestres obertes', 'finestra'],
  ['el', 'Οι γάτες κοιμούνται', 'γατα'],
  ['ar', 'الكتاب والمدرسة', 'كتاب'],
  ['hi', 'लड़कियों की किताबें', 'लड़की'],
  ['ja', '東京都で全文検索を使う', '全文検索'],
  ['zh', '我们使用数据库索引', '数据库'],
  ['ko', '데이터베이스를 설계합니다', '데이터베이스'],
  ['th', 'ระบบค้นหาข้อความ', 'ค้นหา'],
];

before(() =>
  seed(db, {
    posts: forms.map(([language, markdown]) => post(`in-${language}`, { language, markdown, title: 'Zzz' })),
  }),
);

for (const [language, said, asked] of forms) {
  test(`${language}: "${asked}" finds "${said}"`, async () => {
    const { data } = await askWell(
      db,
      'query ($query: String!) { search(query: $query) { suggestion nodes { ... on Post { slug } } } }',
      { query: `${asked} ` },
    );
    const { search } = data as { search: { suggestion: string | null; nodes: { slug: string }[] } };
    assert.deepEqual(search, { suggestion: null, nodes: [{ slug: `in-${language}` }] });
  });
}
