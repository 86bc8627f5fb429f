-- AlterTable
ALTER TABLE "Fact" ADD COLUMN "judgedAt" DATETIME;
ALTER TABLE "Fact" ADD COLUMN "verdict" TEXT;
ALTER TABLE "Fact" ADD COLUMN "verdictReason" TEXT;

-- AlterTable
ALTER TABLE "Question" ADD COLUMN "asked" BOOLEAN;

-- AlterTable
ALTER TABLE "QuestionSet" ADD COLUMN "forms" JSONB;
ALTER TABLE "QuestionSet" ADD COLUMN "onlyAccepted" BOOLEAN;
ALTER TABLE "QuestionSet" ADD COLUMN "shareKey" TEXT;

-- AlterTable
ALTER TABLE "Sentence" ADD COLUMN "skipped" TEXT;

-- AlterTable
ALTER TABLE "SetVersion" ADD COLUMN "directions" JSONB;
ALTER TABLE "SetVersion" ADD COLUMN "excerpts" BOOLEAN;

-- CreateIndex
CREATE UNIQUE INDEX "QuestionSet_shareKey_key" ON "QuestionSet"("shareKey");

