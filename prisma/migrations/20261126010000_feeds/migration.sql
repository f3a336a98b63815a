-- How a feed was when it was last imported whole: following it asks for what is new only.
-- CreateTable
CREATE TABLE "FeedState" (
    "address" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "contentHash" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedState_pkey" PRIMARY KEY ("address","source")
);
