-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "judgedAt" TIMESTAMP(3),
ADD COLUMN     "verdict" TEXT,
ADD COLUMN     "verdictReason" TEXT;

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "asked" BOOLEAN;

-- AlterTable
ALTER TABLE "QuestionSet" ADD COLUMN     "forms" JSONB,
ADD COLUMN     "onlyAccepted" BOOLEAN,
ADD COLUMN     "shareKey" TEXT;

-- AlterTable
ALTER TABLE "Sentence" ADD COLUMN     "skipped" TEXT;

-- AlterTable
ALTER TABLE "SetVersion" ADD COLUMN     "directions" JSONB,
ADD COLUMN     "excerpts" BOOLEAN;

-- CreateIndex
CREATE UNIQUE INDEX "QuestionSet_shareKey_key" ON "QuestionSet"("shareKey");

