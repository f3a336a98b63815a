-- What a post tells search engines and cards in place of what it shows: title, description, image, and that it
-- is not to be found at all. Made by scripts/new-migration.ts from prisma/schema.prisma.

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "noIndex" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "seoDescription" TEXT,
ADD COLUMN     "seoTitle" TEXT,
ADD COLUMN     "shareImageId" UUID;

-- CreateIndex
CREATE INDEX "Post_shareImageId_idx" ON "Post"("shareImageId");

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_shareImageId_fkey" FOREIGN KEY ("shareImageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;
