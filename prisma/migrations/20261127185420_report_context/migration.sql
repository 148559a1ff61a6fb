-- AlterTable
ALTER TABLE "content_report" ADD COLUMN     "context_url" TEXT NOT NULL DEFAULT '';
