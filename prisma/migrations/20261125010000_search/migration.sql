-- CreateExtension: accents of stems, and words that are near another one. Both may be made by the owner of
-- the database (they are trusted).
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "SearchDocument" (
    "id" UUID NOT NULL,
    "entityType" "EntityType" NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "PostStatus" NOT NULL,
    "language" TEXT NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER,
    "tagIds" UUID[],
    "categoryIds" UUID[],
    "authorIds" UUID[],
    "lexemes" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchSequence" (
    "documentId" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "SearchSequence_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable. Compared bytewise, so that what begins with a word is a range of the key.
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- Rows stay narrow, so that thousands of matches are few pages: the index answers, the lexemes themselves
-- are hardly ever read.
ALTER TABLE "SearchDocument" SET (toast_tuple_target = 128);

-- CreateIndex. What is written waits in a short list beside the index, which every search reads too.
CREATE INDEX "SearchDocument_lexemes_idx" ON "SearchDocument" USING GIN ("lexemes")
  WITH (fastupdate = on, gin_pending_list_limit = 512);

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "SearchSequence" ADD CONSTRAINT "SearchSequence_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SearchDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whether a document is what one alternative of a query asks for: it fits its expression, has all its
-- phrases, and none of those that are excluded.
CREATE FUNCTION "searchFits"(document uuid, lexemes tsvector, checks jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  alternative jsonb;
  said text := (SELECT s."words" FROM "SearchSequence" s WHERE s."documentId" = document);
BEGIN
  FOR alternative IN SELECT c.value FROM jsonb_array_elements(checks) c LOOP
    CONTINUE WHEN EXISTS (SELECT FROM jsonb_array_elements_text(alternative->'has') p(phrase)
      WHERE position(p.phrase in said) = 0);
    CONTINUE WHEN EXISTS (SELECT FROM jsonb_array_elements_text(alternative->'lacks') p(phrase)
      WHERE position(p.phrase in said) > 0);
    IF alternative->>'query' IS NULL OR lexemes @@ (alternative->>'query')::tsquery THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;

-- Every document that fits: those of one expression as the index says, those of the other one once they
-- are looked up. Without sequential scans, which would read the lexemes of all documents: the planner
-- thinks them cheap where a word is frequent.
CREATE FUNCTION "searchMatches"(statuses "PostStatus"[], sure tsquery, unsure tsquery, checks jsonb)
RETURNS TABLE ("id" uuid, "entityType" "EntityType", "kind" text, "language" text, "sortDate" timestamptz,
  "year" integer, "tagIds" uuid[], "categoryIds" uuid[], "authorIds" uuid[])
LANGUAGE plpgsql STABLE ROWS 1000
SET enable_seqscan = off SET jit = off SET work_mem = '64MB' AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT d."id", d."entityType", d."kind", d."language", d."sortDate", d."year", d."tagIds",
      d."categoryIds", d."authorIds"
    FROM "SearchDocument" d WHERE d."lexemes" @@ sure AND d."status" = ANY(statuses);
  IF unsure IS NOT NULL THEN
    RETURN QUERY SELECT d."id", d."entityType", d."kind", d."language", d."sortDate", d."year", d."tagIds",
        d."categoryIds", d."authorIds"
      FROM "SearchDocument" d WHERE d."lexemes" @@ unsure AND d."status" = ANY(statuses)
      AND "searchFits"(d."id", d."lexemes", checks);
  END IF;
END $$;

-- The documents of some levels of relevance in order: the best level first, within one the newest first. A
-- level is read only when those before it did not fill the page, and never sorted by reading the text:
-- phrases are looked up in the order of the page, as far as it needs them. Places are those of cursors.
CREATE FUNCTION "searchWalk"(statuses "PostStatus"[], scores integer[], sure text[], unsure text[], checks jsonb,
  after_score integer, after_date timestamptz, after_id uuid,
  before_score integer, before_date timestamptz, before_id uuid,
  inclusive boolean, backward boolean, wanted integer)
RETURNS TABLE ("id" uuid, "entityType" "EntityType", "language" text, "score" integer, "sortDate" timestamptz)
LANGUAGE plpgsql STABLE ROWS 21
SET enable_seqscan = off SET jit = off SET work_mem = '64MB' AS $$
#variable_conflict use_column
DECLARE
  count integer := coalesce(array_length(scores, 1), 0);
  level integer;
  open integer := wanted;
  filled integer;
  certain tsquery;
  doubtful tsquery;
  low boolean;
  high boolean;
BEGIN
  FOR step IN 1..count LOOP
    level := CASE WHEN backward THEN count + 1 - step ELSE step END;
    CONTINUE WHEN scores[level] > after_score OR scores[level] < before_score;
    low := coalesce(scores[level] = after_score, false);
    high := coalesce(scores[level] = before_score, false);
    certain := sure[level]::tsquery;
    doubtful := unsure[level]::tsquery;
    IF backward THEN
      RETURN QUERY SELECT x."id", x."entityType", x."language", scores[level], x."sortDate" FROM (
        (SELECT d.* FROM "SearchDocument" d WHERE d."lexemes" @@ certain AND d."status" = ANY(statuses)
          AND (NOT low OR (d."sortDate", d."id") < (after_date, after_id) OR (inclusive AND d."id" = after_id))
          AND (NOT high OR (d."sortDate", d."id") > (before_date, before_id) OR (inclusive AND d."id" = before_id))
          ORDER BY d."sortDate" ASC, d."id" ASC LIMIT open)
        UNION ALL
        (SELECT c.* FROM (SELECT d.* FROM "SearchDocument" d
          WHERE doubtful IS NOT NULL AND d."lexemes" @@ doubtful AND d."status" = ANY(statuses)
          AND (NOT low OR (d."sortDate", d."id") < (after_date, after_id) OR (inclusive AND d."id" = after_id))
          AND (NOT high OR (d."sortDate", d."id") > (before_date, before_id) OR (inclusive AND d."id" = before_id))
          ORDER BY d."sortDate" ASC, d."id" ASC OFFSET 0) c
          WHERE "searchFits"(c."id", c."lexemes", checks) LIMIT open)
        ) x ORDER BY x."sortDate" ASC, x."id" ASC LIMIT open;
    ELSE
      RETURN QUERY SELECT x."id", x."entityType", x."language", scores[level], x."sortDate" FROM (
        (SELECT d.* FROM "SearchDocument" d WHERE d."lexemes" @@ certain AND d."status" = ANY(statuses)
          AND (NOT low OR (d."sortDate", d."id") < (after_date, after_id) OR (inclusive AND d."id" = after_id))
          AND (NOT high OR (d."sortDate", d."id") > (before_date, before_id) OR (inclusive AND d."id" = before_id))
          ORDER BY d."sortDate" DESC, d."id" DESC LIMIT open)
        UNION ALL
        (SELECT c.* FROM (SELECT d.* FROM "SearchDocument" d
          WHERE doubtful IS NOT NULL AND d."lexemes" @@ doubtful AND d."status" = ANY(statuses)
          AND (NOT low OR (d."sortDate", d."id") < (after_date, after_id) OR (inclusive AND d."id" = after_id))
          AND (NOT high OR (d."sortDate", d."id") > (before_date, before_id) OR (inclusive AND d."id" = before_id))
          ORDER BY d."sortDate" DESC, d."id" DESC OFFSET 0) c
          WHERE "searchFits"(c."id", c."lexemes", checks) LIMIT open)
        ) x ORDER BY x."sortDate" DESC, x."id" DESC LIMIT open;
    END IF;
    GET DIAGNOSTICS filled = ROW_COUNT;
    open := open - filled;
    EXIT WHEN open <= 0;
  END LOOP;
END $$;

-- Words of the vocabulary that look like another one, the most alike first. Those that begin with a capital
-- are no words of a text.
CREATE FUNCTION "searchNear"(asked text) RETURNS TABLE ("word" text)
LANGUAGE sql STABLE ROWS 50
SET pg_trgm.similarity_threshold = 0.2 SET enable_seqscan = off AS $$
  SELECT s."word" FROM "SearchWord" s
  WHERE s."word" % asked AND s."word" > '[' AND length(s."word") BETWEEN length(asked) - 3 AND length(asked) + 3
  ORDER BY similarity(s."word", asked) DESC, s."word" LIMIT 50
$$;

-- Whether a visible document has a lexeme, and, unless that is null, really says the word. A frequent one is
-- found at once: the index gives its documents, and the first of them will do.
CREATE FUNCTION "searchSays"(statuses "PostStatus"[], lexeme tsquery, said text) RETURNS boolean
LANGUAGE sql STABLE SET enable_seqscan = off SET jit = off AS $$
  SELECT EXISTS (SELECT FROM "SearchDocument" d WHERE d."lexemes" @@ lexeme AND d."status" = ANY(statuses)
    AND (said IS NULL OR position(' ' || said || ' ' in (
      SELECT s."words" FROM "SearchSequence" s WHERE s."documentId" = d."id")) > 0))
$$;
