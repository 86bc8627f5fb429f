-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "AssignmentKind" ADD VALUE 'quiz';
ALTER TYPE "AssignmentKind" ADD VALUE 'live';

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "closesAt" TIMESTAMP(3),
ADD COLUMN     "draft" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hides" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opensAt" TIMESTAMP(3),
ADD COLUMN     "title" TEXT,
ADD COLUMN     "toIds" JSONB,
ALTER COLUMN "dueDate" DROP NOT NULL,
ALTER COLUMN "dueTime" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ClassMember" ADD COLUMN     "readAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "authorId" TEXT,
    "text" TEXT NOT NULL,
    "assignmentId" TEXT,
    "toIds" JSONB,
    "mailed" INTEGER,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signal" (
    "seq" SERIAL NOT NULL,
    "classId" TEXT NOT NULL,
    "assignmentId" TEXT,
    "topic" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Signal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "StudyStanding" (
    "assignmentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "logSeq" INTEGER NOT NULL,
    "setVersionId" TEXT NOT NULL,
    "memories" JSONB NOT NULL,
    "answers" INTEGER NOT NULL,
    "selfRated" INTEGER NOT NULL,
    "spentMs" DOUBLE PRECISION NOT NULL,
    "lastDay" INTEGER,

    CONSTRAINT "StudyStanding_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateTable
CREATE TABLE "QuizVersion" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "bank" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuizVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizAttempt" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "order" JSONB NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "handedInAt" TIMESTAMP(3),
    "points" DOUBLE PRECISION,
    "outOf" DOUBLE PRECISION,
    "undecided" INTEGER NOT NULL DEFAULT 0,
    "loggedAt" TIMESTAMP(3),

    CONSTRAINT "QuizAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizAnswer" (
    "attemptId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL,
    "given" TEXT NOT NULL,
    "elapsedMs" DOUBLE PRECISION NOT NULL,
    "spentMs" DOUBLE PRECISION NOT NULL,
    "seq" INTEGER NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "standing" TEXT NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,
    "toldAt" TIMESTAMP(3),
    "entryId" TEXT,

    CONSTRAINT "QuizAnswer_pkey" PRIMARY KEY ("attemptId","place","late")
);

-- CreateTable
CREATE TABLE "Extension" (
    "assignmentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "closesAt" TIMESTAMP(3),
    "extraMinutes" INTEGER NOT NULL DEFAULT 0,
    "extraAttempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateTable
CREATE TABLE "Mend" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "answer" JSONB,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "Mend_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveRound" (
    "assignmentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "order" JSONB NOT NULL,
    "phase" TEXT NOT NULL,
    "place" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LiveRound_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateIndex
CREATE INDEX "Notice_classId_at_idx" ON "Notice"("classId", "at");

-- CreateIndex
CREATE INDEX "Notice_authorId_idx" ON "Notice"("authorId");

-- CreateIndex
CREATE INDEX "Signal_classId_seq_idx" ON "Signal"("classId", "seq");

-- CreateIndex
CREATE INDEX "Signal_at_idx" ON "Signal"("at");

-- CreateIndex
CREATE INDEX "StudyStanding_userId_idx" ON "StudyStanding"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizVersion_assignmentId_version_key" ON "QuizVersion"("assignmentId", "version");

-- CreateIndex
CREATE INDEX "QuizAttempt_userId_idx" ON "QuizAttempt"("userId");

-- CreateIndex
CREATE INDEX "QuizAttempt_versionId_idx" ON "QuizAttempt"("versionId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizAttempt_assignmentId_userId_number_key" ON "QuizAttempt"("assignmentId", "userId", "number");

-- CreateIndex
CREATE INDEX "Extension_userId_idx" ON "Extension"("userId");

-- CreateIndex
CREATE INDEX "Mend_assignmentId_idx" ON "Mend"("assignmentId");

-- CreateIndex
CREATE INDEX "Mend_byId_idx" ON "Mend"("byId");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyStanding" ADD CONSTRAINT "StudyStanding_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyStanding" ADD CONSTRAINT "StudyStanding_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizVersion" ADD CONSTRAINT "QuizVersion_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuizVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAnswer" ADD CONSTRAINT "QuizAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "QuizAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mend" ADD CONSTRAINT "Mend_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mend" ADD CONSTRAINT "Mend_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveRound" ADD CONSTRAINT "LiveRound_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

