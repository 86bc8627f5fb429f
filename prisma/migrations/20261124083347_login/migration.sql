-- AlterTable
ALTER TABLE "User" ADD COLUMN "login" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

