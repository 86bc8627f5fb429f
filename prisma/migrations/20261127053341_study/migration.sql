-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN "answering" TEXT;
ALTER TABLE "Enrolment" ADD COLUMN "desiredRetention" REAL;

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "toldDay" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PushSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_LearnerSettings" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "newPerDayMax" INTEGER NOT NULL,
    "reviewsPerDayMax" INTEGER NOT NULL,
    "desiredRetention" REAL NOT NULL,
    "minutesPerDay" INTEGER,
    "ratingButtons" INTEGER NOT NULL,
    "answering" TEXT NOT NULL DEFAULT 'mixed',
    "weekdaysOff" INTEGER NOT NULL DEFAULT 0,
    "datesOff" TEXT NOT NULL DEFAULT '',
    "weeklyGoal" INTEGER NOT NULL DEFAULT 0,
    "timeZone" TEXT,
    "theme" TEXT NOT NULL,
    "rolloverHour" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "LearnerSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_LearnerSettings" ("desiredRetention", "newPerDayMax", "ratingButtons", "reviewsPerDayMax", "rolloverHour", "theme", "timeZone", "updatedAt", "userId") SELECT "desiredRetention", "newPerDayMax", "ratingButtons", "reviewsPerDayMax", "rolloverHour", "theme", "timeZone", "updatedAt", "userId" FROM "LearnerSettings";
DROP TABLE "LearnerSettings";
ALTER TABLE "new_LearnerSettings" RENAME TO "LearnerSettings";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_key_key" ON "CalendarFeed"("key");

-- CreateIndex
CREATE INDEX "PushSubscription_userId_idx" ON "PushSubscription"("userId");

-- CreateIndex
CREATE INDEX "PushSubscription_hour_idx" ON "PushSubscription"("hour");

