/**
 * What people look for in three real blogs, and what they should find. Written from the posts, before any
 * answer was seen; not to be bent to what comes out.
 */

/** A query and the one thing that it is about. */
export interface Wanted {
  readonly query: string;
  /** `first`: nothing else would be right on top; `five`: it belongs among the first five. */
  readonly as: 'first' | 'five';
  /** A post by the end of its file's name, without ".md" and "/index.md"; else "author: …" or "tag: …". */
  readonly finds: string;
  /** Only in these languages. */
  readonly languages?: readonly string[];
  /** Posts that must not be found at all. */
  readonly without?: readonly string[];
}

/** Queries by what is hard about them. */
export const queries: Readonly<Record<string, readonly Wanted[]>> = {
  titles: [
    { query: 'dark standup', as: 'first', finds: '2017-01-19-the-dark-standup' },
    { query: 'race detector', as: 'first', finds: 'blog/race-detector' },
    { query: 'laws of reflection', as: 'first', finds: 'blog/laws-of-reflection' },
    { query: 'managing technical debt', as: 'first', finds: '2015-10-05-managing-technical-debt' },
    {
      query: 'architecture decision records',
      as: 'first',
      finds: '2021-07-06-architecture_decision_records_helpful_now_invaluable_later',
    },
    {
      query: 'fuzzing audit collector',
      as: 'first',
      finds: 'en/blog/2024/fuzzing-audit-results',
      languages: ['en'],
    },
    { query: 'instrument nginx', as: 'first', finds: 'en/blog/2022/instrument-nginx', languages: ['en'] },
    { query: 'strings bytes runes', as: 'first', finds: 'blog/strings' },
  ],
  bodies: [
    {
      query: 'slack bot for new hires',
      as: 'five',
      finds: '2015-12-15-how-bot-named-dolores-landingham-transformed-18fs-onboarding',
    },
    {
      query: 'sonic boom earthquake',
      as: 'first',
      finds: '2016-04-04-national-earthquake-information-centers-open-source-team',
    },
    { query: 'sunsetting content poem', as: 'first', finds: '2016-05-23-a-sestina-on-sunsetting-content' },
    { query: 'dns changes pull requests', as: 'five', finds: '2018-08-15-shared-infrastructure-as-code' },
    {
      query: 'monkey patching ebpf bytecode',
      as: 'five',
      finds: 'en/blog/2025/demystifying-auto-instrumentation',
    },
    { query: 'normalize utf-8 text', as: 'first', finds: 'blog/normalization' },
    { query: 'k8sattributesprocessor', as: 'five', finds: 'en/blog/2022/k8s-metadata' },
    { query: 'zstd columnar memory format', as: 'five', finds: 'en/blog/2023/otel-arrow' },
  ],
  'other forms of a word': [
    { query: 'manage technical debts', as: 'first', finds: '2015-10-05-managing-technical-debt' },
    { query: 'debug go program with gdb', as: 'first', finds: 'blog/debug-gdb' },
    {
      query: 'limiting metric cardinality',
      as: 'first',
      finds: 'en/blog/2026/cardinality-limits-in-opentelemetry',
      languages: ['en'],
    },
    {
      query: 'interview stakeholder empathy',
      as: 'five',
      finds: '2016-06-20-build-empathy-with-stakeholder-interviews-part-1-preparation',
    },
  ],
  typos: [
    { query: 'acessibility for teams', as: 'first', finds: '2018-07-10-introducing-accessibility-for-teams' },
    {
      query: 'californa child welfare',
      as: 'five',
      finds: '2016-03-22-helping-california-buy-a-new-child-welfare-system',
    },
    { query: 'introduction to genrics', as: 'first', finds: 'blog/intro-generics' },
    { query: 'concurrency is not paralelism', as: 'first', finds: 'blog/waza-talk' },
    { query: 'kuberntes metadata', as: 'five', finds: 'en/blog/2022/k8s-metadata' },
    { query: 'mirco-purchase lessons', as: 'five', finds: '2015-11-06-micro-purchase-lessons' },
    { query: 'promethues better together', as: 'five', finds: 'en/blog/2024/prom-and-otel' },
  ],
  phrases: [
    { query: '"share memory by communicating"', as: 'first', finds: 'blog/codelab-share' },
    { query: '„commercial off-the-shelf“ ', as: 'first', finds: '2019-03-26-when-to-use-COTS' },
    {
      query: '«bug bounty program»',
      as: 'five',
      finds: '2017-05-11-the-next-steps-towards-bug-bounty-program-for-technology-transformation-service',
    },
    {
      query: '“tail sampling” collector',
      as: 'first',
      finds: 'en/blog/2022/tail-sampling',
      languages: ['en'],
    },
    { query: '"errors are values"', as: 'first', finds: 'blog/errors-are-values' },
  ],
  exclusions: [
    {
      query: 'web design standards -draft',
      as: 'five',
      finds: '2017-06-06-fractal-and-federalist-join-the-us-web-design-standards',
      without: ['2016-03-16-making-the-draft-web-design-standards-better-through-feedback'],
    },
    {
      query: 'kubecon na -detroit',
      as: 'five',
      finds: 'en/blog/2025/kubecon-na',
      languages: ['en'],
      without: ['en/blog/2022/kubecon-na'],
    },
    {
      query: 'go 1.18 generics -"release candidate" -beta',
      as: 'five',
      finds: 'blog/go1.18',
      without: ['blog/go1.18beta1', 'blog/go1.18beta2'],
    },
    {
      query: 'exponential histograms -summaries ',
      as: 'first',
      finds: 'en/blog/2022/exponential-histograms',
      languages: ['en'],
      without: ['en/blog/2023/exponential-histograms', 'en/blog/2023/histograms-vs-summaries'],
    },
  ],
  alternatives: [
    { query: 'dart or flutter', as: 'first', finds: 'en/blog/2026/dart-flutter-opentelemetry' },
    { query: 'wasmexport or "wasm applications"', as: 'first', finds: 'blog/wasmexport' },
    { query: 'sestina OR haiku', as: 'first', finds: '2016-05-23-a-sestina-on-sunsetting-content' },
  ],
  'still being typed': [
    { query: 'protosk', as: 'five', finds: '2015-03-13-how-to-protosketch' },
    { query: 'flight rec', as: 'first', finds: 'blog/flight-recorder' },
    {
      query: 'mainfr',
      as: 'five',
      finds: 'en/blog/2025/otel-mainframe-priorities-survey',
      languages: ['en'],
    },
    { query: 'govulnch', as: 'first', finds: 'blog/govulncheck' },
    { query: 'cardinal* limits ', as: 'five', finds: 'en/blog/2026/cardinality-limits-in-opentelemetry' },
  ],
  'short and technical words': [
    {
      query: 'ADR',
      as: 'five',
      finds: '2021-07-06-architecture_decision_records_helpful_now_invaluable_later',
    },
    { query: 'COTS', as: 'first', finds: '2019-03-26-when-to-use-COTS' },
    { query: 'cgo', as: 'first', finds: 'blog/cgo' },
    { query: 'gob encoding', as: 'five', finds: 'blog/gob' },
    { query: 'HTTP/2', as: 'five', finds: 'blog/h2push' },
    {
      query: 'node.js checklist',
      as: 'first',
      finds: 'en/blog/2022/troubleshooting-nodejs',
      languages: ['en'],
    },
    { query: 'CI/CD observability', as: 'first', finds: 'en/blog/2025/otel-cicd-sig', languages: ['en'] },
    { query: 'go 1.24', as: 'five', finds: 'blog/go1.24' },
    { query: 'foia', as: 'five', finds: '2014-09-04-a-new-look-at-the-freedom-of-information-act' },
  ],
  'common words': [
    {
      query: 'why did you join 18F',
      as: 'first',
      finds: '2021-04-27-we_asked_our_coworkers_why_did_you_join_18f',
    },
    { query: 'the hub', as: 'five', finds: '2014-12-23-hub' },
    { query: 'how we work', as: 'five', finds: 'tag: how we work' },
    { query: "dude where's my error", as: 'first', finds: 'en/blog/2024/otel-errors', languages: ['en'] },
    {
      query: 'a day in the life of an engineer',
      as: 'first',
      finds: '2021-09-28-a_day_in_the_life_of_an_18f_engineer',
    },
    { query: 'when to use generics', as: 'first', finds: 'blog/when-generics' },
  ],
  'people and tags': [
    { query: 'Rob Pike', as: 'first', finds: 'author: Rob Pike' },
    { query: 'rob pike reflection', as: 'five', finds: 'blog/laws-of-reflection' },
    { query: 'juraci paixao krohling', as: 'first', finds: 'author: Juraci Paixão Kröhling' },
    { query: 'Laurent Querel', as: 'first', finds: 'author: Laurent Quérel' },
    { query: 'Griesemer gopherchina', as: 'five', finds: 'blog/gopherchina' },
    { query: 'severin neuman', as: 'five', finds: 'author: Severin Neumann' },
    { query: 'modular contracting', as: 'five', finds: 'tag: modular contracting' },
    {
      query: 'rfp ghostwriting',
      as: 'five',
      finds: '2015-03-30-new-rfp-ghostwriting-service-to-improve-contract-success',
    },
  ],
  'accents left out or put in': [
    { query: 'como nombrar tus metricas', as: 'first', finds: 'es/blog/2025/how-to-name-your-metrics' },
    { query: 'CÓMO CONTRIBUIR', as: 'first', finds: 'es/blog/2025/contribute-to-otel' },
    { query: 'configuracao declarativa', as: 'first', finds: 'pt/blog/2025/declarative-config' },
    { query: 'verbo objeto spans cardinalidad', as: 'five', finds: 'es/blog/2025/how-to-name-your-spans' },
    { query: 'café', as: 'five', finds: 'blog/normalization' },
  ],
  'Japanese, Chinese, Ukrainian': [
    { query: '指数ヒストグラム', as: 'five', finds: 'ja/blog/2023/exponential-histograms' },
    { query: 'ログ収集', as: 'five', finds: 'ja/blog/2023/logs-collection' },
    { query: 'テイルサンプリング', as: 'first', finds: 'ja/blog/2022/tail-sampling' },
    { query: 'ガバナンス委員会の舞台裏', as: 'first', finds: 'ja/blog/2024/otel-governance' },
    { query: 'Collector アンチパターン', as: 'five', finds: 'ja/blog/2024/otel-collector-anti-patterns' },
    { query: 'カスタムメトリクス 受信', as: 'first', finds: 'ja/blog/2023/any-metric-receiver' },
    { query: 'Python ログ', as: 'five', finds: 'ja/blog/2023/logs-collection' },
    { query: '多语言', as: 'first', finds: 'zh/blog/2024/docs-localized' },
    { query: '语义约定', as: 'first', finds: 'zh/blog/2025/stabilizing-rpc-conventions' },
    { query: 'slack 工作区', as: 'first', finds: 'zh/blog/2025/slack-workspace-changes' },
    { query: '中国', as: 'five', finds: 'blog/hello-china' },
    { query: 'вебсайт', as: 'first', finds: 'uk/blog/2024/docs-localized' },
    { query: 'спостережуваності', as: 'five', finds: 'uk/blog/2025/otel-cicd-sig' },
  ],
};
