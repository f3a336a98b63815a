-- AlterEnum
ALTER TYPE "EntityType" ADD VALUE 'RELATED';

-- CreateTable
CREATE TABLE "EditorPick" (
    "postId" UUID NOT NULL,
    "relatedId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "EditorPick_pkey" PRIMARY KEY ("postId","relatedId")
);

-- CreateTable
CREATE TABLE "RelatedList" (
    "postId" UUID NOT NULL,
    "relatedIds" UUID[],
    "entries" JSONB NOT NULL,

    CONSTRAINT "RelatedList_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "RelatedProfile" (
    "postId" UUID NOT NULL,
    "keys" INTEGER[],
    "vector" BYTEA NOT NULL,
    "terms" TEXT NOT NULL,

    CONSTRAINT "RelatedProfile_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "RelatedState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "posts" INTEGER NOT NULL,
    "refreshed" INTEGER NOT NULL,
    "languages" JSONB NOT NULL,
    "counts" BYTEA,

    CONSTRAINT "RelatedState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EditorPick_relatedId_idx" ON "EditorPick"("relatedId");

-- CreateIndex
CREATE UNIQUE INDEX "EditorPick_postId_position_key" ON "EditorPick"("postId", "position");

-- CreateIndex
CREATE INDEX "RelatedList_relatedIds_idx" ON "RelatedList" USING GIN ("relatedIds");

-- CreateIndex
CREATE INDEX "RelatedProfile_keys_idx" ON "RelatedProfile" USING GIN ("keys");

-- AddForeignKey
ALTER TABLE "EditorPick" ADD CONSTRAINT "EditorPick_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorPick" ADD CONSTRAINT "EditorPick_relatedId_fkey" FOREIGN KEY ("relatedId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedList" ADD CONSTRAINT "RelatedList_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedProfile" ADD CONSTRAINT "RelatedProfile_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: one row of state, a post is not its own pick.
ALTER TABLE "RelatedState" ADD CONSTRAINT "RelatedState_one_check" CHECK ("id" = 1);
ALTER TABLE "EditorPick" ADD CONSTRAINT "EditorPick_other_check" CHECK ("postId" <> "relatedId");
