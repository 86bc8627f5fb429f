-- AlterTable
ALTER TABLE "ClassMember" ADD COLUMN "letters" BOOLEAN NOT NULL DEFAULT true;
