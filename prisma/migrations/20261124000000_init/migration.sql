-- The first tables. Made by scripts/new-migration.ts from prisma/schema.prisma, then by hand:
-- 1. COLLATE "C" on sortTitle and sortName. They hold folded text (src/domain/sort-key.ts) that is compared
--    byte by byte, so that a list has one order on every database, whatever its locale; a keyset cursor
--    made before a move to another server stays right after it, and the index serves the order.
-- 2. The checks at the end, which the Prisma schema cannot say.

-- CreateEnum
CREATE TYPE "PostStatus" AS ENUM ('DRAFT', 'SCHEDULED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "AuthorKind" AS ENUM ('PERSON', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "ResourceKind" AS ENUM ('WEBINAR', 'VIDEO', 'EBOOK', 'REPORT', 'DEMO', 'CUSTOMER_STORY', 'EVENT');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('WORKSHOP', 'MEETUP', 'USER_CALL', 'CONFERENCE', 'OTHER');

-- CreateEnum
CREATE TYPE "RedirectKind" AS ENUM ('MOVED', 'GONE');

-- CreateEnum
CREATE TYPE "ChangeAction" AS ENUM ('CREATED', 'UPDATED', 'REMOVED');

-- CreateEnum
CREATE TYPE "EntityType" AS ENUM ('POST', 'AUTHOR', 'TAG', 'CATEGORY', 'SERIES', 'RESOURCE', 'REDIRECT', 'SITE');

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "description" TEXT,
    "excerptText" TEXT NOT NULL,
    "status" "PostStatus" NOT NULL,
    "language" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "firstPublishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3),
    "sortDate" TIMESTAMPTZ(3) NOT NULL,
    "sortUpdated" TIMESTAMPTZ(3) NOT NULL,
    "sortTitle" TEXT COLLATE "C" NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "readingTimeMinutes" INTEGER NOT NULL,
    "canonicalUrl" TEXT,
    "coverImageId" UUID,
    "coverAlt" TEXT,
    "coverCaption" TEXT,
    "translationKey" TEXT,
    "supersededById" UUID,
    "metadata" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostBody" (
    "postId" UUID NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "toc" JSONB NOT NULL,

    CONSTRAINT "PostBody_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Author" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "kind" "AuthorKind" NOT NULL,
    "role" TEXT,
    "bio" TEXT,
    "url" TEXT,
    "avatarId" UUID,
    "links" JSONB NOT NULL DEFAULT '[]',
    "declared" BOOLEAN NOT NULL,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "metadata" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostAuthor" (
    "postId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostAuthor_pkey" PRIMARY KEY ("postId","authorId")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "description" TEXT,
    "declared" BOOLEAN NOT NULL,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "resourceCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostTag" (
    "postId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostTag_pkey" PRIMARY KEY ("postId","tagId")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "treePath" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT COLLATE "C" NOT NULL,
    "description" TEXT,
    "parentId" UUID,
    "declared" BOOLEAN NOT NULL,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "treePostCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostCategory" (
    "postId" UUID NOT NULL,
    "categoryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostCategory_pkey" PRIMARY KEY ("postId","categoryId")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sortTitle" TEXT COLLATE "C" NOT NULL,
    "description" TEXT,
    "language" TEXT NOT NULL,
    "plannedTotal" INTEGER,
    "declared" BOOLEAN NOT NULL,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesPart" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT,
    "summary" TEXT,
    "postId" UUID,
    "announced" BOOLEAN NOT NULL,

    CONSTRAINT "SeriesPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resource" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sortTitle" TEXT COLLATE "C" NOT NULL,
    "kind" "ResourceKind" NOT NULL,
    "eventKind" "EventKind",
    "status" "PostStatus" NOT NULL,
    "language" TEXT NOT NULL,
    "description" TEXT,
    "html" TEXT,
    "url" TEXT,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "durationMinutes" INTEGER,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,
    "imageId" UUID,
    "imageAlt" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResourceTag" (
    "resourceId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResourceTag_pkey" PRIMARY KEY ("resourceId","tagId")
);

-- CreateTable
CREATE TABLE "ResourceSpeaker" (
    "resourceId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResourceSpeaker_pkey" PRIMARY KEY ("resourceId","authorId")
);

-- CreateTable
CREATE TABLE "RelatedPick" (
    "postId" UUID NOT NULL,
    "relatedId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RelatedPick_pkey" PRIMARY KEY ("postId","relatedId")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" UUID NOT NULL,
    "src" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "mimeType" TEXT,
    "byteSize" INTEGER,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImageData" (
    "imageId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImageData_pkey" PRIMARY KEY ("imageId")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "path" TEXT NOT NULL,
    "kind" "RedirectKind" NOT NULL,
    "target" TEXT,
    "postId" UUID,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "Change" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" "ChangeAction" NOT NULL,
    "entityType" "EntityType" NOT NULL,
    "entityId" TEXT NOT NULL,
    "path" TEXT,
    "oldPath" TEXT,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "tagline" TEXT,
    "description" TEXT,
    "defaultLanguage" TEXT NOT NULL,
    "languages" JSONB NOT NULL DEFAULT '[]',
    "menus" JSONB NOT NULL DEFAULT '{}',
    "announcements" JSONB NOT NULL DEFAULT '[]',
    "callsToAction" JSONB NOT NULL DEFAULT '[]',
    "permalinks" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Origin" (
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "entityType" "EntityType" NOT NULL,
    "entityId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Origin_pkey" PRIMARY KEY ("source","entityType","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Post_path_key" ON "Post"("path");

-- CreateIndex
CREATE INDEX "Post_slug_idx" ON "Post"("slug");

-- CreateIndex
CREATE INDEX "Post_status_sortDate_id_idx" ON "Post"("status", "sortDate" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Post_status_language_sortDate_id_idx" ON "Post"("status", "language", "sortDate" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Post_status_sortUpdated_id_idx" ON "Post"("status", "sortUpdated" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Post_status_sortTitle_id_idx" ON "Post"("status", "sortTitle", "id");

-- CreateIndex
CREATE INDEX "Post_status_readingTimeMinutes_id_idx" ON "Post"("status", "readingTimeMinutes", "id");

-- CreateIndex
CREATE INDEX "Post_status_wordCount_id_idx" ON "Post"("status", "wordCount", "id");

-- CreateIndex
CREATE INDEX "Post_supersededById_idx" ON "Post"("supersededById");

-- CreateIndex
CREATE INDEX "Post_coverImageId_idx" ON "Post"("coverImageId");

-- CreateIndex
CREATE UNIQUE INDEX "Post_language_slug_key" ON "Post"("language", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Post_translationKey_language_key" ON "Post"("translationKey", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Author_slug_key" ON "Author"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Author_path_key" ON "Author"("path");

-- CreateIndex
CREATE INDEX "Author_sortName_id_idx" ON "Author"("sortName", "id");

-- CreateIndex
CREATE INDEX "Author_postCount_id_idx" ON "Author"("postCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Author_avatarId_idx" ON "Author"("avatarId");

-- CreateIndex
CREATE INDEX "PostAuthor_authorId_sortDate_postId_idx" ON "PostAuthor"("authorId", "sortDate" DESC, "postId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PostAuthor_postId_position_key" ON "PostAuthor"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_path_key" ON "Tag"("path");

-- CreateIndex
CREATE INDEX "Tag_sortName_id_idx" ON "Tag"("sortName", "id");

-- CreateIndex
CREATE INDEX "Tag_postCount_id_idx" ON "Tag"("postCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PostTag_tagId_sortDate_postId_idx" ON "PostTag"("tagId", "sortDate" DESC, "postId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PostTag_postId_position_key" ON "PostTag"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Category_treePath_key" ON "Category"("treePath");

-- CreateIndex
CREATE UNIQUE INDEX "Category_path_key" ON "Category"("path");

-- CreateIndex
CREATE INDEX "Category_parentId_sortName_id_idx" ON "Category"("parentId", "sortName", "id");

-- CreateIndex
CREATE INDEX "Category_sortName_id_idx" ON "Category"("sortName", "id");

-- CreateIndex
CREATE INDEX "Category_treePostCount_id_idx" ON "Category"("treePostCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Category_slug_idx" ON "Category"("slug");

-- CreateIndex
CREATE INDEX "PostCategory_categoryId_sortDate_postId_idx" ON "PostCategory"("categoryId", "sortDate" DESC, "postId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PostCategory_postId_position_key" ON "PostCategory"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Series_path_key" ON "Series"("path");

-- CreateIndex
CREATE INDEX "Series_sortDate_id_idx" ON "Series"("sortDate" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Series_sortTitle_id_idx" ON "Series"("sortTitle", "id");

-- CreateIndex
CREATE INDEX "Series_postCount_id_idx" ON "Series"("postCount" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "SeriesPart_postId_idx" ON "SeriesPart"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "SeriesPart_seriesId_position_key" ON "SeriesPart"("seriesId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SeriesPart_seriesId_postId_key" ON "SeriesPart"("seriesId", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_slug_key" ON "Resource"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_path_key" ON "Resource"("path");

-- CreateIndex
CREATE INDEX "Resource_status_sortDate_id_idx" ON "Resource"("status", "sortDate" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Resource_status_kind_sortDate_id_idx" ON "Resource"("status", "kind", "sortDate" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Resource_status_sortTitle_id_idx" ON "Resource"("status", "sortTitle", "id");

-- CreateIndex
CREATE INDEX "Resource_imageId_idx" ON "Resource"("imageId");

-- CreateIndex
CREATE INDEX "ResourceTag_tagId_sortDate_resourceId_idx" ON "ResourceTag"("tagId", "sortDate" DESC, "resourceId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ResourceTag_resourceId_position_key" ON "ResourceTag"("resourceId", "position");

-- CreateIndex
CREATE INDEX "ResourceSpeaker_authorId_sortDate_resourceId_idx" ON "ResourceSpeaker"("authorId", "sortDate" DESC, "resourceId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ResourceSpeaker_resourceId_position_key" ON "ResourceSpeaker"("resourceId", "position");

-- CreateIndex
CREATE INDEX "RelatedPick_relatedId_idx" ON "RelatedPick"("relatedId");

-- CreateIndex
CREATE UNIQUE INDEX "RelatedPick_postId_position_key" ON "RelatedPick"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Image_src_key" ON "Image"("src");

-- CreateIndex
CREATE INDEX "Redirect_postId_idx" ON "Redirect"("postId");

-- CreateIndex
CREATE INDEX "Change_entityType_entityId_idx" ON "Change"("entityType", "entityId");

-- CreateIndex
CREATE INDEX "Origin_entityType_entityId_idx" ON "Origin"("entityType", "entityId");

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_coverImageId_fkey" FOREIGN KEY ("coverImageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostBody" ADD CONSTRAINT "PostBody_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Author" ADD CONSTRAINT "Author_avatarId_fkey" FOREIGN KEY ("avatarId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAuthor" ADD CONSTRAINT "PostAuthor_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAuthor" ADD CONSTRAINT "PostAuthor_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostTag" ADD CONSTRAINT "PostTag_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostTag" ADD CONSTRAINT "PostTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostCategory" ADD CONSTRAINT "PostCategory_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostCategory" ADD CONSTRAINT "PostCategory_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceTag" ADD CONSTRAINT "ResourceTag_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceTag" ADD CONSTRAINT "ResourceTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceSpeaker" ADD CONSTRAINT "ResourceSpeaker_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceSpeaker" ADD CONSTRAINT "ResourceSpeaker_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedPick" ADD CONSTRAINT "RelatedPick_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedPick" ADD CONSTRAINT "RelatedPick_relatedId_fkey" FOREIGN KEY ("relatedId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImageData" ADD CONSTRAINT "ImageData_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no row may say, whoever writes it. The write path keeps these rules; the checks catch a mistake in it.

-- A site path is absolute within the site: "/blog/hello".
ALTER TABLE "Post" ADD CONSTRAINT "Post_path_check" CHECK ("path" LIKE '/%');
ALTER TABLE "Author" ADD CONSTRAINT "Author_path_check" CHECK ("path" LIKE '/%');
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_path_check" CHECK ("path" LIKE '/%');
ALTER TABLE "Category" ADD CONSTRAINT "Category_path_check" CHECK ("path" LIKE '/%');
ALTER TABLE "Series" ADD CONSTRAINT "Series_path_check" CHECK ("path" LIKE '/%');
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_path_check" CHECK ("path" LIKE '/%');
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_path_check" CHECK ("path" LIKE '/%');

-- Counts are of things. They are kept by adding and subtracting, where a slip would go below zero.
ALTER TABLE "Author" ADD CONSTRAINT "Author_counts_check" CHECK ("postCount" >= 0);
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_counts_check" CHECK ("postCount" >= 0 AND "resourceCount" >= 0);
ALTER TABLE "Category" ADD CONSTRAINT "Category_counts_check" CHECK ("postCount" >= 0 AND "treePostCount" >= 0);
ALTER TABLE "Series" ADD CONSTRAINT "Series_counts_check" CHECK ("postCount" >= 0 AND "plannedTotal" >= 1);
ALTER TABLE "Post" ADD CONSTRAINT "Post_counts_check" CHECK ("wordCount" >= 0 AND "readingTimeMinutes" >= 0);
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_duration_check" CHECK ("durationMinutes" >= 0);
ALTER TABLE "Image" ADD CONSTRAINT "Image_size_check" CHECK ("width" >= 0 AND "height" >= 0 AND "byteSize" >= 0);

-- Positions: from 0 in lists, from 1 in a series, as readers count parts.
ALTER TABLE "PostAuthor" ADD CONSTRAINT "PostAuthor_position_check" CHECK ("position" >= 0);
ALTER TABLE "PostTag" ADD CONSTRAINT "PostTag_position_check" CHECK ("position" >= 0);
ALTER TABLE "PostCategory" ADD CONSTRAINT "PostCategory_position_check" CHECK ("position" >= 0);
ALTER TABLE "ResourceTag" ADD CONSTRAINT "ResourceTag_position_check" CHECK ("position" >= 0);
ALTER TABLE "ResourceSpeaker" ADD CONSTRAINT "ResourceSpeaker_position_check" CHECK ("position" >= 0);
ALTER TABLE "RelatedPick" ADD CONSTRAINT "RelatedPick_position_check" CHECK ("position" >= 0);
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_position_check" CHECK ("position" >= 1);

-- A scheduled post is published at its time, so it has one. (A published post may have no date.)
ALTER TABLE "Post" ADD CONSTRAINT "Post_scheduled_check" CHECK ("status" <> 'SCHEDULED' OR "publishedAt" IS NOT NULL);

-- Nothing is its own parent, successor or recommendation.
ALTER TABLE "Post" ADD CONSTRAINT "Post_superseded_check" CHECK ("supersededById" <> "id");
ALTER TABLE "Category" ADD CONSTRAINT "Category_parent_check" CHECK ("parentId" <> "id");
ALTER TABLE "RelatedPick" ADD CONSTRAINT "RelatedPick_other_check" CHECK ("relatedId" <> "postId");

-- What moved leads to one place, what is gone to none.
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_target_check" CHECK (
  CASE "kind" WHEN 'MOVED' THEN num_nonnulls("target", "postId") = 1 ELSE num_nonnulls("target", "postId") = 0 END
);

-- Only an event is of a sort of event, and it does not end before it begins.
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_event_check" CHECK ("eventKind" IS NULL OR "kind" = 'EVENT');
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_time_check" CHECK ("endsAt" >= "startsAt");

-- The log is counted from 1; there is one site.
ALTER TABLE "Change" ADD CONSTRAINT "Change_seq_check" CHECK ("seq" >= 1);
ALTER TABLE "Site" ADD CONSTRAINT "Site_single_check" CHECK ("id" = 1);
