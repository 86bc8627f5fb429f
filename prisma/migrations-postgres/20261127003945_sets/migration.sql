-- AlterTable
ALTER TABLE "FactVersion" ADD COLUMN     "rowImage" TEXT,
ADD COLUMN     "rowSound" TEXT;

-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "payload" BYTEA;

-- AlterTable
ALTER TABLE "QuestionSet" ADD COLUMN     "instead" JSONB,
ADD COLUMN     "leftOut" JSONB,
ADD COLUMN     "tags" JSONB;

-- AlterTable
ALTER TABLE "SetVersion" ADD COLUMN     "colour" TEXT,
ADD COLUMN     "counts" JSONB,
ADD COLUMN     "order" TEXT;

-- CreateTable
CREATE TABLE "FactTag" (
    "factId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "FactTag_pkey" PRIMARY KEY ("factId","tag")
);

-- CreateTable
CREATE TABLE "SetPart" (
    "setId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "partId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sections" JSONB,

    CONSTRAINT "SetPart_pkey" PRIMARY KEY ("setId","position")
);

-- CreateTable
CREATE TABLE "SetReport" (
    "id" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "userId" TEXT,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMP(3),

    CONSTRAINT "SetReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("ownerId","id")
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

-- AddForeignKey
ALTER TABLE "FactTag" ADD CONSTRAINT "FactTag_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetPart" ADD CONSTRAINT "SetPart_setId_fkey" FOREIGN KEY ("setId") REFERENCES "QuestionSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetPart" ADD CONSTRAINT "SetPart_partId_fkey" FOREIGN KEY ("partId") REFERENCES "QuestionSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetReport" ADD CONSTRAINT "SetReport_setId_fkey" FOREIGN KEY ("setId") REFERENCES "QuestionSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetReport" ADD CONSTRAINT "SetReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

