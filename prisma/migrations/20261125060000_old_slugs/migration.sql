-- CreateIndex
CREATE INDEX "Change_entityType_path_idx" ON "Change"("entityType", "path");

-- What Prisma's schema cannot say: a post is found by a slug it had, which is the last part of a path it left.
CREATE INDEX "Redirect_lastPart_idx" ON "Redirect"(split_part("path", '/', -1));
