-- AlterTable
ALTER TABLE "room" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
