-- AlterTable
ALTER TABLE "Resource" ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]';
