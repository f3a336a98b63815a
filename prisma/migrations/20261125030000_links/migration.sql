-- CreateTable
CREATE TABLE "BodyLink" (
    "postId" UUID NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "BodyLink_pkey" PRIMARY KEY ("postId","path")
);

-- CreateTable
CREATE TABLE "PostLink" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "sortDate" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostLink_pkey" PRIMARY KEY ("fromId","toId")
);

-- CreateIndex
CREATE INDEX "PostLink_toId_sortDate_fromId_idx" ON "PostLink"("toId", "sortDate" DESC, "fromId" DESC);

-- AddForeignKey
ALTER TABLE "BodyLink" ADD CONSTRAINT "BodyLink_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostLink" ADD CONSTRAINT "PostLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostLink" ADD CONSTRAINT "PostLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: a post does not link to itself.
ALTER TABLE "PostLink" ADD CONSTRAINT "PostLink_other_check" CHECK ("fromId" <> "toId");
