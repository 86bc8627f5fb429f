-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_FactTag" (
    "userId" TEXT NOT NULL,
    "factId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,

    PRIMARY KEY ("userId", "factId", "tag"),
    CONSTRAINT "FactTag_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FactTag_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Until now only a fact's owner could put a word on it.
INSERT INTO "new_FactTag" ("userId", "factId", "tag") SELECT f."ownerId", t."factId", t."tag" FROM "FactTag" t
  JOIN "Fact" f ON f."id" = t."factId" WHERE f."ownerId" IS NOT NULL;
DROP TABLE "FactTag";
ALTER TABLE "new_FactTag" RENAME TO "FactTag";
CREATE INDEX "FactTag_userId_tag_idx" ON "FactTag"("userId", "tag");
CREATE INDEX "FactTag_factId_idx" ON "FactTag"("factId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

