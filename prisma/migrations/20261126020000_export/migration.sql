-- What an export must carry and was not kept: texts as they were written, which references of a body are files
-- of the blog, and where each import stands. The next import fills them in.
-- AlterTable
ALTER TABLE "PostBody" ADD COLUMN     "images" JSONB,
ADD COLUMN     "summary" TEXT;

-- AlterTable
ALTER TABLE "Resource" ADD COLUMN     "markdown" TEXT;

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "urls" JSONB NOT NULL DEFAULT '{}';
