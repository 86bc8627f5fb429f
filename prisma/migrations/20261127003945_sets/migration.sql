-- AlterTable
ALTER TABLE "FactVersion" ADD COLUMN "rowImage" TEXT;
ALTER TABLE "FactVersion" ADD COLUMN "rowSound" TEXT;

-- AlterTable
ALTER TABLE "Job" ADD COLUMN "payload" BLOB;

-- AlterTable
ALTER TABLE "QuestionSet" ADD COLUMN "instead" JSONB;
ALTER TABLE "QuestionSet" ADD COLUMN "leftOut" JSONB;
ALTER TABLE "QuestionSet" ADD COLUMN "tags" JSONB;

-- AlterTable
ALTER TABLE "SetVersion" ADD COLUMN "colour" TEXT;
ALTER TABLE "SetVersion" ADD COLUMN "counts" JSONB;
ALTER TABLE "SetVersion" ADD COLUMN "order" TEXT;

-- CreateTable
CREATE TABLE "FactTag" (
    "factId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,

    PRIMARY KEY ("factId", "tag"),
    CONSTRAINT "FactTag_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SetPart" (
    "setId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "partId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sections" JSONB,

    PRIMARY KEY ("setId", "position"),
    CONSTRAINT "SetPart_setId_fkey" FOREIGN KEY ("setId") REFERENCES "QuestionSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SetPart_partId_fkey" FOREIGN KEY ("partId") REFERENCES "QuestionSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SetReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "setId" TEXT NOT NULL,
    "userId" TEXT,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" DATETIME,
    CONSTRAINT "SetReport_setId_fkey" FOREIGN KEY ("setId") REFERENCES "QuestionSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SetReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Media" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "Media_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FactTag_tag_idx" ON "FactTag"("tag");

-- CreateIndex
CREATE INDEX "SetPart_partId_idx" ON "SetPart"("partId");

-- CreateIndex
CREATE INDEX "SetReport_setId_idx" ON "SetReport"("setId");

-- CreateIndex
CREATE INDEX "SetReport_userId_idx" ON "SetReport"("userId");

-- CreateIndex
CREATE INDEX "Media_id_idx" ON "Media"("id");

