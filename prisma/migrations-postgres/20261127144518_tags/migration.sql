-- DropIndex
DROP INDEX "FactTag_tag_idx";

-- Until now only a fact's owner could put a word on it.
ALTER TABLE "FactTag" ADD COLUMN "userId" TEXT;
UPDATE "FactTag" SET "userId" = (SELECT f."ownerId" FROM "Fact" f WHERE f."id" = "FactTag"."factId");
DELETE FROM "FactTag" WHERE "userId" IS NULL;

-- AlterTable
ALTER TABLE "FactTag" DROP CONSTRAINT "FactTag_pkey",
ALTER COLUMN "userId" SET NOT NULL,
ADD CONSTRAINT "FactTag_pkey" PRIMARY KEY ("userId", "factId", "tag");

-- CreateIndex
CREATE INDEX "FactTag_userId_tag_idx" ON "FactTag"("userId", "tag");

-- CreateIndex
CREATE INDEX "FactTag_factId_idx" ON "FactTag"("factId");

-- AddForeignKey
ALTER TABLE "FactTag" ADD CONSTRAINT "FactTag_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

