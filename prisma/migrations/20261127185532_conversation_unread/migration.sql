-- AlterTable
ALTER TABLE "conversation_member" ADD COLUMN     "marked_unread_at" TIMESTAMPTZ(3);
