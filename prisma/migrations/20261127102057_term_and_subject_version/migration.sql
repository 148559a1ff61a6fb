-- AlterTable
ALTER TABLE "term" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "subject" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
